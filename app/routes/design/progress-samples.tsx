import { Link } from "@remix-run/react";

import { ButtonLink } from "#app/ui/button.tsx";
import { Card, NextCard } from "#app/ui/card.tsx";
import { Columns, Stack } from "#app/ui/layout.tsx";
import { MeterCard } from "#app/ui/meter.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Stepper } from "#app/ui/stepper.tsx";

const HERE = "/design";

/** The trainee's home: head, stages, next step and meters, with none, some, all and more than is asked. */
export function ProgressSamples() {
  return (
    <Stack gap="large">
      <PageHead kicker="NES early years VIG · pathway 2026.1" title="Stage 2: two cycles, 90 minutes and one peer session to go"
        actions={<><ButtonLink to={HERE} look="primary" icon="add">Log a cycle</ButtonLink><ButtonLink to={HERE}>Supervision</ButtonLink><ButtonLink to={HERE}>Peer supervision</ButtonLink></>} />
      <Card>
        <Stepper label="Stages" steps={[
          { name: "Stage 1", state: "done", stateText: "closed", detail: "Signed 14 March 2026 by Mairi MacInnes" },
          { name: "Stage 2", state: "now", stateText: "now", detail: "Under way since 14 March; mid-point half-day done" },
          { name: "Stage 3", state: "ahead", detail: "Decided by an independent reviewer" },
        ]} />
      </Card>
      <Card><Stepper label="Stages, one reopened" steps={[{ name: "Stage 1", state: "again", stateText: "reopened", detail: "Reopened 2 April 2026" }, { name: "Stage 2", state: "ahead" }]} /></Card>
      <NextCard title="Next: the shared review for client C-07" action={<ButtonLink to={HERE} look="primary">Add the shared review</ButtonLink>}>
        Filmed 9 November. The cycle counts once the shared review has a date.
      </NextCard>
      <Columns of="four">
        <MeterCard title="Clients" figure="5" of="of 4" label="Clients: 5 of 4 for stage 2, 6 in all" value={5} end={6} ticks={[2, 4]} met
          note="1 more than stage 2 asks" link={<Link to={HERE}>See the 5 clients</Link>} />
        <MeterCard title="Cycles" figure="10" of="of 12" label="Cycles: 10 of 12 for stage 2, 18 in all" value={10} end={18} ticks={[6, 12]}
          note="2 to go for stage 2 · 8 to the end" link={<Link to={HERE}>10 count, 1 does not: why?</Link>} />
        <MeterCard title="Supervision" figure="19 h 30" of="of 15 h" label="Supervision: 19 h 30 of 15 h" value={1170} end={900} ticks={[300, 600]} met
          note="4 h 30 min more than is asked" link={<Link to={HERE}>13 sessions, 1 waiting</Link>} />
        <MeterCard title="Peer supervision" figure="0" of="of 1" label="Peer supervision: 0 of 1 for stage 2, 2 in all" value={0} end={2} ticks={[0, 1]}
          note="1 to go for stage 2" link={<Link to={HERE}>Who could join you?</Link>} />
      </Columns>
    </Stack>
  );
}
