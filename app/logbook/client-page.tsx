import { Link } from "@remix-run/react";

import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Narrow, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import { isBeyondNesScope } from "./case-model.ts";
import { CaseNextCard, type CycleStanding, StoryCard } from "./case-cards.tsx";
import type { CaseView, StoryLink } from "./case-view.ts";
import { ageBandText, CaseChip } from "./clients-page.tsx";
import { MissingConsents } from "./consent-page.tsx";
import type { CaseConsent } from "./consent-view.ts";
import type { Client } from "./model.ts";

const { clients: said, saved } = words.logbook;
const cases = words.cases;
const NOTICES: ReadonlyMap<string, string> = new Map([["opened", saved.client], ["changed", saved.client_changed], ["closed", cases.saved.closed], ["reopened", cases.saved.reopened]]);

interface ClientPageProps {
  readonly client: Client;
  readonly consent: CaseConsent;
  readonly view: CaseView;
  /** Where each cycle stands, by its id. */
  readonly standings: Readonly<Record<string, CycleStanding>>;
  /** What belongs to each cycle, by its id. */
  readonly links: Readonly<Record<string, readonly StoryLink[]>>;
  readonly saved: string | null;
}

/** One client's case: what comes next, the story of the work, its goals over time, and where consent stands. */
export function ClientPage(props: ClientPageProps) {
  const { client, view, saved: done } = props;
  const notice = done === null ? undefined : NOTICES.get(done);
  return (
    <Narrow>
      <Stack gap="large">
        <Head client={client} about={view.about} />
        {notice !== undefined && <Notice kind="success">{notice}</Notice>}
        {isBeyondNesScope(client.ageBand) && <Notice>{cases.beyondScope}</Notice>}
        <CaseNextCard client={client} view={view} />
        <StoryCard {...props} />
        <Goals view={view} />
        <Consent {...props} />
      </Stack>
    </Narrow>
  );
}

function Head({ client, about }: { readonly client: Client; readonly about: string | null }) {
  const isOpen = client.closedOn === null;
  return (
    <PageHead kicker={<Link to={paths.clients()}>{said.title}</Link>} title={said.one(client.code)}
      lead={<>{ageBandText(client)}. {said.openedOn(client.openedOn)}. <CaseChip closedOn={client.closedOn} />{about !== null && <><br />{about}</>}</>}
      actions={(
        <>
          {isOpen && <ButtonLink to={paths.newCycle(client.id)} look="primary" icon="add">{said.log}</ButtonLink>}
          <ButtonLink to={paths.changeClient(client.id)} icon="change">{said.change}</ButtonLink>
          {isOpen && client.cycles > 0 && <ButtonLink to={paths.closeCase(client.id)}>{cases.close.action}</ButtonLink>}
          {!isOpen && <ButtonLink to={paths.reopenCase(client.id)}>{cases.reopen.action}</ButtonLink>}
          {client.cycles === 0 && <ButtonLink to={paths.voidClient(client.id)} icon="void">{said.void}</ButtonLink>}
        </>
      )} />
  );
}

function Goals({ view: { goals, measuredInDcs } }: Pick<ClientPageProps, "view">) {
  const { title, scale, dcs } = cases.goals;
  if (goals.length === 0 && !measuredInDcs) return null;
  return (
    <Card title={title}>
      <Stack gap="small">
        {goals.length > 0 && <DescriptionList items={goals.map((goal) => ({ term: goal.title, value: goal.line }))} />}
        {goals.length > 0 && <p className="small muted">{scale}</p>}
        {measuredInDcs && <p><Chip>{dcs}</Chip></p>}
      </Stack>
    </Card>
  );
}

function Consent({ client, consent }: Pick<ClientPageProps, "client" | "consent">) {
  return (
    <Card title={words.consent.title} more={{ to: paths.consents(client.id), text: words.consent.line.more }}>
      <Stack gap="small">
        <p>{consent.text}</p>
        {client.closedOn === null && <MissingConsents missing={consent.missing} />}
      </Stack>
    </Card>
  );
}
