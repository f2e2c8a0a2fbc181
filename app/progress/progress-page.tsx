import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

import { ButtonLink } from "#app/ui/button.tsx";
import { Card, NextCard } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { Item, ItemList } from "#app/ui/item-list.tsx";
import { Actions, Columns, ReadAloud, Stack } from "#app/ui/layout.tsx";
import { MeterCard } from "#app/ui/meter.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { Stepper } from "#app/ui/stepper.tsx";
import { words } from "#app/words/words.ts";

import { entryIcon, EntryList } from "./entry-list.tsx";
import type { MeterView } from "./meters.ts";
import type { GateView } from "./stages.ts";
import type { Act, NextView, ProgressView } from "./view.ts";

const said = words.progress;

function pathOf(act: Act): string {
  switch (act.kind) {
    case "entry": return paths.entry(act.entryId);
    case "change_entry": return paths.changeEntry(act.entryId);
    case "cycle": return paths.newCycle();
    case "supervision": return paths.newSupervision();
    case "peer_supervision": return paths.newPeerSupervision();
    case "training": return paths.newTraining();
    case "submissions": return paths.submissions();
    case "ask_sign_off": return paths.askSignOff(act.stage);
    case "sign_off_request": return paths.signOffRequest(act.requestId);
  }
}

/** What can be logged. The page's one main act is the next step's; where that has none, logging a cycle is. */
export function LogActions({ next }: { readonly next: NextView | null }) {
  const hasNextAct = next?.act !== null && next?.act !== undefined;
  return (
    <>
      <ButtonLink to={paths.newCycle()} look={hasNextAct ? "quiet" : "primary"} icon="add">{said.actions.logCycle}</ButtonLink>
      <ButtonLink to={paths.newSupervision()}>{said.actions.supervision}</ButtonLink>
      <ButtonLink to={paths.newPeerSupervision()}>{said.actions.peerSupervision}</ButtonLink>
      <ButtonLink to={paths.newTraining()}>{said.actions.training}</ButtonLink>
    </>
  );
}

function Next({ next }: { readonly next: NextView }) {
  return (
    <NextCard title={next.title} action={next.act && <ButtonLink to={pathOf(next.act)} look="primary">{next.act.text}</ButtonLink>}>
      <p>{next.text}</p>
    </NextCard>
  );
}

/** Where the evidence of a requirement or gate of this record is laid open. */
export type EvidencePath = (key: string) => string;

/** The numbers of the stage that is shown; each opens to its entries. */
export function Meters({ meters, evidenceAt }: { readonly meters: readonly MeterView[]; readonly evidenceAt: EvidencePath }) {
  return (
    <section aria-label={said.meters.heading}>
      <h2 className="read-aloud">{said.meters.heading}</h2>
      <Columns of="four">
        {meters.map(({ key, link, ...meter }) => (
          <MeterCard key={key} link={<Link to={evidenceAt(key)}>{link}<ReadAloud> ({meter.title})</ReadAloud></Link>} {...meter} />
        ))}
      </Columns>
    </section>
  );
}

/** The training that the pathway asks for: facts of their own beside the numbers. */
function GatesLine({ gates, evidenceAt }: { readonly gates: readonly GateView[]; readonly evidenceAt: EvidencePath }) {
  if (gates.length === 0) return null;
  return (
    <Card title={said.gatesLine.heading}>
      <ItemList label={said.gatesLine.heading}>
        {gates.map(({ key, name, note, chip, isOpen }) => (
          <Item key={key} icon={entryIcon("training")} title={name} to={evidenceAt(key)} detail={note}
            end={<Chip tone={isOpen ? "good" : "plain"}>{chip}</Chip>} />
        ))}
      </ItemList>
    </Card>
  );
}

function Empty({ isOwn }: { readonly isOwn: boolean }) {
  if (!isOwn) return <p className="muted">{said.lately.none}</p>;
  return (
    <EmptyState title={said.empty.title} action={<ButtonLink to={paths.importLogbook()}>{said.empty.import}</ButtonLink>}>
      <p>{said.empty.text}</p>
    </EmptyState>
  );
}

interface ProgressPageProps {
  readonly view: ProgressView;
  readonly evidenceAt: EvidencePath;
  /** What can be done here; a supervisor only reads. */
  readonly actions?: ReactNode;
  /** A cycle in a few touches, after what is next. */
  readonly quick?: ReactNode;
  /** A sentence under the heading. */
  readonly lead?: ReactNode;
  /** What came from others since, before what is next. */
  readonly news?: ReactNode;
  /** When each stage is likely; nothing once the pathway is over. */
  readonly when?: ReactNode;
  /** What is said of sign-off, after the numbers. */
  readonly signOff?: ReactNode;
  readonly wholeLog?: string;
}

/** How far a trainee is: the answer in the heading, what is next, every number with its evidence, when, what waits, what was. */
export function ProgressPage({ view, evidenceAt, actions, quick, lead, news, when, signOff, wholeLog }: ProgressPageProps) {
  const more = wholeLog === undefined ? {} : { more: { to: wholeLog, text: said.lately.wholeLog } };
  return (
    <Stack gap="large">
      <Stack gap="medium">
        <PageHead kicker={view.kicker} title={view.heading} lead={lead} />
        {actions && <Actions>{actions}</Actions>}
      </Stack>
      {news}
      <Card><Stepper label={said.stages.label} steps={view.stages.map(({ stateText, ...step }) => ({ ...step, ...(stateText === undefined ? {} : { stateText }) }))} /></Card>
      {view.next && <Next next={view.next} />}
      {quick}
      <Meters meters={view.meters} evidenceAt={evidenceAt} />
      {when}
      {signOff}
      <Columns of="two">
        <Card title={said.waiting.heading}>
          {view.waiting.length === 0 ? <p className="muted">{said.waiting.none}</p> : <EntryList lines={view.waiting} label={said.waiting.heading} />}
        </Card>
        <GatesLine gates={view.gates} evidenceAt={evidenceAt} />
      </Columns>
      <Card title={said.lately.heading} {...more}>
        {view.isEmpty ? <Empty isOwn={wholeLog !== undefined} /> : <EntryList lines={view.lately} label={said.lately.heading} />}
      </Card>
    </Stack>
  );
}
