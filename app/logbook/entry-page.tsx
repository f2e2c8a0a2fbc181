import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

import type { Requirement } from "#app/pathway/model.ts";
import { byText } from "#app/platform/order.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Narrow, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { Timeline } from "#app/ui/timeline.tsx";
import { formatMoment } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import type { StoryLink } from "./case-view.ts";
import { EntryReflectionsCard } from "./entry-reflections.tsx";
import type { EntryDecision, EntryVersion } from "./history.ts";
import type { Entry } from "./model.ts";
import type { EntryReflections } from "./reflection-view.ts";
import { sayChange, sayEntry, textsOf } from "./say-value.ts";

const { entry: said, confirmations, saved: savedTexts, next } = words.logbook;

/** What the count says of the entry. */
export interface EntryCount {
  readonly counts: boolean;
  /** The other side has still to confirm it. */
  readonly waits: boolean;
  readonly towards: readonly string[];
  readonly reasons: readonly { readonly text: string; readonly sameAs: string | null }[];
}

interface EntryPageProps {
  readonly title: string;
  /** Above the title: whose entry it is, where it is not one's own. */
  readonly owner: string | null;
  readonly entry: Entry;
  /** That of the pathway towards which work was recognised; nothing for any other entry. */
  readonly recognisedFor?: Requirement | undefined;
  readonly count: EntryCount;
  /** What this reader may read of what was written about it. */
  readonly reflections?: EntryReflections;
  readonly versions: readonly EntryVersion[];
  readonly decisions: readonly EntryDecision[];
  /** The signed stage that locks it. */
  readonly lock: { readonly stage: number; readonly day: string; /** The request on which it was signed; null where the reader sees none. */ readonly signOff?: string | null } | null;
  readonly saved: string | null;
  readonly may: {
    readonly change: boolean;
    /** As somebody else whom the lock leaves that. */
    readonly voidLocked: boolean;
    readonly questionLocked: boolean;
  };
  /** The cycles that a session was about, and the sessions that were about a cycle. */
  readonly around?: readonly StoryLink[];
  /** Where it was brought along from; nothing for what was logged here. */
  readonly brought?: string | null;
  /** What a room above has to say of it. */
  readonly beside?: ReactNode;
}

/** One entry: what it says, whether it counts and why not, who decided what, and every version. */
export function EntryPage(props: EntryPageProps) {
  const { title, owner, entry, lock, may, beside, brought = null, reflections, around = [] } = props;
  return (
    <Narrow>
      <Stack gap="large">
        <PageHead kicker={owner === null ? <Link to={paths.log()}>{said.back}</Link> : <Link to={paths.trainee(entry.traineeId)}>{owner}</Link>} title={title}
          actions={(may.change || may.voidLocked) && (
            <>
              {may.change && <ButtonLink to={paths.changeEntry(entry.id)} icon="change">{said.change}</ButtonLink>}
              {may.questionLocked && <ButtonLink to={paths.questionEntry(entry.id)}>{said.question}</ButtonLink>}
              <ButtonLink to={paths.voidEntry(entry.id)} icon="void">{said.void}</ButtonLink>
            </>
          )} />
        <Saved {...props} />
        <Count {...props} />
        {lock && (
          <Notice>
            {(may.voidLocked ? said.lockedForYou : said.locked)(lock.stage, lock.day)}
            {typeof lock.signOff === "string" && <> <Link to={paths.signOffRequest(lock.signOff)}>{said.toSignOff(lock.stage)}</Link></>}
          </Notice>
        )}
        <Card title={said.details}>
          <Stack gap="small">
            <DescriptionList items={sayEntry(entry, props.recognisedFor)} />
            {brought !== null && <p className="small muted">{brought}</p>}
            {around.length > 0 && <ul className="bullets">{around.map(({ text, to }) => <li key={to}><Link to={to}>{text}</Link></li>)}</ul>}
            {entry.kind === "cycle" && owner === null && <p><Link to={paths.client(entry.clientId)}>{said.toClient}</Link></p>}
          </Stack>
        </Card>
        {reflections && <EntryReflectionsCard entryId={entry.id} owner={owner} reflections={reflections} />}
        {beside}
        <History {...props} />
      </Stack>
    </Narrow>
  );
}

function nextFor({ kind }: Entry, { counts, waits, reasons }: EntryCount): string {
  if (kind === "cycle" || kind === "recognised") return "";
  if (counts) return ` ${next.counts}`;
  return ` ${waits && reasons.length === 1 ? next.waits[kind] : next.missing}`;
}

function Saved({ saved, entry, count }: Pick<EntryPageProps, "saved" | "entry" | "count">) {
  const text = saved === null ? undefined : new Map<string, string>(Object.entries(savedTexts)).get(saved);
  if (text === undefined) return null;
  return <Notice kind="success">{text}{saved === entry.kind && nextFor(entry, count)}</Notice>;
}

function Count({ entry, count, decisions, may }: Pick<EntryPageProps, "entry" | "count" | "decisions" | "may">) {
  const waitsForReview = entry.kind === "cycle" && entry.reviewedOn === null && may.change;
  const isDecided = entry.kind !== "cycle" && entry.kind !== "recognised";
  return (
    <Card title={count.counts ? said.counts : said.leftOut}>
      <Stack gap="small">
        {isDecided && (entry.confirmation !== "waiting" || count.waits) && <p><Chip tone={entry.confirmation === "confirmed" ? "good" : "moment"}>{confirmations[entry.confirmation]}</Chip></p>}
        {isDecided && entry.confirmationNote !== null && <blockquote className="quote">{entry.confirmationNote}<footer className="small muted">{decisions[0]?.decidedBy}</footer></blockquote>}
        {count.counts && <p>{said.countsAs(count.towards)}</p>}
        {count.reasons.length > 0 && (
          <ul className="bullets">
            {count.reasons.map(({ text, sameAs }) => (
              <li key={text}>{text}{sameAs !== null && sameAs !== entry.id && <> <Link to={paths.entry(sameAs)}>{said.sameAs}</Link></>}</li>
            ))}
          </ul>
        )}
        {waitsForReview && <p><ButtonLink to={paths.changeEntry(entry.id)} look="primary">{said.addReview}</ButtonLink></p>}
      </Stack>
    </Card>
  );
}

function versionTitle({ version, voided }: EntryVersion): string {
  if (voided) return said.voided;
  return version === 1 ? said.first : said.changed;
}

/** What texts said before and after, folded away. */
function Texts({ changes }: Pick<EntryVersion, "changes">) {
  const texts = changes.flatMap((change) => textsOf(change) ?? []);
  if (texts.length === 0) return null;
  const { textWas, before, after } = words.history;
  return (
    <Disclosure summary={textWas}>
      {texts.map(({ field, from, to }) => (
        <dl key={field} className="description-list small as-written">
          <div><dt>{field}: {before}</dt><dd>{from}</dd></div>
          <div><dt>{field}: {after}</dt><dd>{to}</dd></div>
        </dl>
      ))}
    </Disclosure>
  );
}

function History({ versions, decisions, recognisedFor, owner }: Pick<EntryPageProps, "versions" | "decisions" | "recognisedFor" | "owner">) {
  const items = [
    ...versions.map((v) => ({
      key: `v${String(v.version)}`, at: v.recordedAt, title: versionTitle(v), when: said.byOn(v.recordedBy, formatMoment(v.recordedAt)),
      children: (
        <>
          {v.changes.length > 0 && <ul className="bullets small">{v.changes.map((change) => <li key={change.field}>{sayChange(change, recognisedFor)}</li>)}</ul>}
          {owner === null && <Texts changes={v.changes} />}
          {v.reason !== null && <p className="small">{said.because(v.reason)}</p>}
        </>
      ),
    })),
    ...decisions.map((d) => ({
      key: `d${String(d.number)}`, at: d.decidedAt, title: said.decided[d.decision], when: said.byOn(d.decidedBy, formatMoment(d.decidedAt)),
      children: d.note === null ? null : <p className="small">{d.note}</p>,
    })),
  ].sort((a, b) => byText(b.at, a.at));
  return <Card title={said.versions}><Timeline items={items} label={said.versions} /></Card>;
}
