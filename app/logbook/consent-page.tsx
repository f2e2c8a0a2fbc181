import { Link } from "@remix-run/react";

import type { Day } from "#app/platform/clock.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Item, ItemList } from "#app/ui/item-list.tsx";
import { Actions, Narrow, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { formatDay } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import type { Consent } from "./consent-model.ts";
import { callFilmed, type CaseConsent } from "./consent-view.ts";

const said = words.consent;
const NOTICES: ReadonlyMap<string, string> = new Map(Object.entries(said.saved));

/** What keeps a film of this case from being submitted, each a sentence. */
export function MissingConsents({ missing }: Pick<CaseConsent, "missing">) {
  if (missing.length === 0) return <p className="muted">{said.line.ready}</p>;
  return (
    <div>
      <p><b>{said.line.before}</b></p>
      <ul>{missing.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
    </div>
  );
}

function StateChip({ withdrawnOn }: Pick<Consent, "withdrawnOn">) {
  return withdrawnOn === null ? <Chip tone="good" icon="check">{said.states.stands}</Chip> : <Chip tone="alert">{said.states.withdrawn}</Chip>;
}

function describeConsent(consent: Consent) {
  const { terms } = said;
  return [
    ...(consent.withdrawnOn === null ? [] : [{ term: terms.withdrawnOn, value: formatDay(consent.withdrawnOn) }]),
    { term: terms.purposes, value: said.shownTo(consent.purposes) },
    { term: terms.givenOn, value: formatDay(consent.givenOn) },
    { term: terms.givenHow, value: said.givenHow[consent.givenHow] },
    { term: terms.givenBy, value: said.givenBy[consent.givenBy] },
    ...(consent.childView === null ? [] : [{ term: terms.childView, value: said.childViews[consent.childView] }]),
  ];
}

/** A film that went because consent was withdrawn, and when. */
interface FilmGone {
  readonly consentId: string;
  readonly clipId: string;
  readonly on: Day;
}

function FilmsGone({ gone }: { readonly gone: readonly FilmGone[] }) {
  if (gone.length === 0) return null;
  return (
    <div>
      <p className="small muted">{said.gone}</p>
      <ul>{gone.map(({ clipId, on }) => <li key={clipId}><Link to={paths.clipReceipt(clipId)}>{said.goneOn(on)}</Link></li>)}</ul>
    </div>
  );
}

interface ConsentCardProps {
  readonly consent: Consent;
  readonly gone: readonly FilmGone[];
  readonly who: string;
  readonly mayWrite: boolean;
}

/** One person filmed: what they agreed to, and what can be done with it. */
function ConsentCard({ consent, gone, who, mayWrite }: ConsentCardProps) {
  const { id, clientId, withdrawnOn } = consent;
  const named = (act: string): string => `${act}: ${who}`;
  return (
    <Card title={<>{who} <StateChip withdrawnOn={withdrawnOn} /></>}>
      <Stack>
        <DescriptionList items={describeConsent(consent)} />
        <FilmsGone gone={gone} />
        {withdrawnOn === null && (
          <Actions>
            {mayWrite && <ButtonLink small to={paths.changeConsent(clientId, id)} icon="change" label={named(said.change)}>{said.change}</ButtonLink>}
            <ButtonLink small to={paths.withdrawConsent(clientId, id)} icon="close" label={named(said.withdraw)}>{said.withdraw}</ButtonLink>
            {mayWrite && <ButtonLink small to={paths.voidConsent(clientId, id)} icon="void" label={named(said.void)}>{said.void}</ButtonLink>}
          </Actions>
        )}
      </Stack>
    </Card>
  );
}

interface ConsentPageProps {
  readonly clientId: string;
  readonly code: string;
  readonly consents: readonly Consent[];
  readonly receipts: readonly FilmGone[];
  readonly state: CaseConsent;
  readonly mayWrite: boolean;
  readonly saved: string | null;
}

/** Everybody filmed in a case, by role, and what each agreed to. */
export function ConsentPage({ clientId, code, consents, receipts, state, mayWrite, saved }: ConsentPageProps) {
  const [kept, voided] = [consents.filter((c) => !c.voided), consents.filter((c) => c.voided)];
  const notice = saved === null ? undefined : NOTICES.get(saved);
  const add = mayWrite && <ButtonLink to={paths.newConsent(clientId)} look="primary" icon="add">{said.add}</ButtonLink>;
  return (
    <Narrow>
      <Stack gap="large">
        <PageHead kicker={<Link to={paths.client(clientId)}>{said.toClient(code)}</Link>} title={said.heading(code)} lead={said.lead} actions={kept.length > 0 && add} />
        {notice !== undefined && <Notice kind="success">{notice}</Notice>}
        <Card title={state.text}><MissingConsents missing={state.missing} /></Card>
        {kept.length === 0 && <Card><EmptyState title={said.empty} action={add}><p>{said.emptyText}</p></EmptyState></Card>}
        {kept.map((consent) => <ConsentCard key={consent.id} consent={consent} gone={receipts.filter(({ consentId }) => consentId === consent.id)} who={callFilmed(consent, kept)} mayWrite={mayWrite} />)}
        {voided.length > 0 && (
          <Card title={said.voidedHeading}>
            <ItemList>{voided.map((c) => <Item key={c.id} title={said.roles[c.filmedRole]} detail={formatDay(c.givenOn)} end={<Chip>{said.states.voided}</Chip>} />)}</ItemList>
          </Card>
        )}
      </Stack>
    </Narrow>
  );
}
