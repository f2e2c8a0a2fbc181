import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Narrow, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import { ageBandText, CaseChip } from "./clients-page.tsx";
import { MissingConsents } from "./consent-page.tsx";
import type { CaseConsent } from "./consent-view.ts";
import type { Client } from "./model.ts";

const { clients: said, saved } = words.logbook;
const NOTICES: Readonly<Record<string, string>> = { opened: saved.client, changed: saved.client_changed };

interface ClientPageProps {
  readonly client: Client;
  readonly consent: CaseConsent;
  readonly saved: string | null;
  /** The cycles with this client, the newest first; null where there is none. */
  readonly children: ReactNode;
}

/** One client: the code, what helps to know the family again, where consent stands, and every cycle. */
export function ClientPage({ client, consent, saved: done, children }: ClientPageProps) {
  const notice = done === null ? undefined : NOTICES[done];
  return (
    <Narrow>
      <Stack gap="large">
        <PageHead kicker={<Link to={paths.clients()}>{said.title}</Link>} title={said.one(client.code)} lead={<>{ageBandText(client)}. {said.openedOn(client.openedOn)}. <CaseChip closedOn={client.closedOn} /></>}
          actions={(
            <>
              <ButtonLink to={paths.newCycle(client.id)} look="primary" icon="add">{said.log}</ButtonLink>
              <ButtonLink to={paths.changeClient(client.id)} icon="change">{said.change}</ButtonLink>
              {client.cycles === 0 && <ButtonLink to={paths.voidClient(client.id)} icon="void">{said.void}</ButtonLink>}
            </>
          )} />
        {notice !== undefined && <Notice kind="success">{notice}</Notice>}
        <Card title={words.consent.title} more={{ to: paths.consents(client.id), text: words.consent.line.more }}>
          <Stack gap="small">
            <p>{consent.text}</p>
            {client.closedOn === null && <MissingConsents missing={consent.missing} />}
          </Stack>
        </Card>
        <Card title={said.cyclesHeading}>{children ?? <p className="muted">{said.noCycles}</p>}</Card>
      </Stack>
    </Narrow>
  );
}
