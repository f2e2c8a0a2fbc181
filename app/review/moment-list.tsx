import { Form, Link } from "@remix-run/react";
import type { ReactNode, RefObject } from "react";

import type { FilmHandle } from "#app/clips/film-handle.ts";
import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { paths } from "#app/ui/paths.ts";
import { HiddenField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import type { Moment } from "./model.ts";
import { showRange } from "./moments.ts";
import { letterOf, placeOf } from "./principles.ts";

const { moments: said, kinds, layers, principles, sharings } = words.review;

interface RangeProps { readonly moment: Moment; readonly film: RefObject<FilmHandle> | undefined }

/** When it is; where a film plays, a button that goes there. */
function Range({ moment, film }: RangeProps) {
  const range = showRange(moment);
  if (range === undefined) return <span>{said.noTime}</span>;
  if (!film) return <b className="num">{range}</b>;
  return <button type="button" className="moment-time num" aria-label={said.goTo(range)} onClick={() => { film.current?.seek(moment.startsMs ?? 0); }}>{range}</button>;
}

interface MomentLineProps extends RangeProps {
  readonly isReading: boolean;
  readonly author: string | undefined;
  readonly acts?: ReactNode;
  readonly children?: ReactNode;
}

/** One moment: when, which group by letter and name, who sees it, and what was seen. */
function MomentLine({ moment, film, isReading, author, acts, children }: MomentLineProps) {
  const { principle, layer, kind, sharing, note } = moment;
  return (
    <li className={`moment ${principle === null ? "moment-plain" : `moment-p${String(placeOf(principle))}`}`}>
      <p className="moment-head small">
        <Range moment={moment} film={film} />
        {principle !== null && <span><b className="moment-letter" aria-hidden="true">{letterOf(principle)}</b> {principles[principle]}</span>}
        {(kind === "note" || (principle === null && !isReading)) && <span>{kinds[kind]}</span>}
        {layer === "client_child" && <span>{layers[layer]}</span>}
        {!isReading && <Chip tone={sharing === "shared" ? "brand" : "plain"}>{sharings[sharing]}</Chip>}
        {author !== undefined && <span className="muted">{author}</span>}
      </p>
      {note !== null && <p className="as-written">{note}</p>}
      {acts}
      {children}
    </li>
  );
}

/** Below the film: what is said of the place at which it stands. */
export function MomentsHere({ moments, film }: { readonly moments: readonly Moment[]; readonly film: RefObject<FilmHandle> }) {
  return (
    <section className="film-here" aria-label={words.review.timeline.here} aria-live="polite">
      {moments.length === 0
        ? <p className="small muted">{words.review.timeline.hereNothing}</p>
        : <ol className="moments">{moments.map((moment) => <MomentLine key={moment.id} moment={moment} film={film} isReading author={undefined} />)}</ol>}
    </section>
  );
}

interface WritingListProps {
  readonly moments: readonly Moment[];
  readonly names: Readonly<Record<string, string>>;
  readonly actorId: string;
  readonly submissionId: string;
  readonly mayChange: boolean;
  readonly film: RefObject<FilmHandle> | undefined;
}

function Acts({ moment, submissionId }: { readonly moment: Moment; readonly submissionId: string }) {
  const what = said.of(kinds[moment.kind], showRange(moment));
  return (
    <div className="moment-acts small">
      <Link to={paths.moment(submissionId, moment.id)} aria-label={said.changeOf(what)}>{said.change}</Link>
      <Form method="post" action={paths.takeBackMoment(submissionId, moment.id)}>
        <HiddenField name="fromVersion" value={String(moment.version)} />
        <button type="submit" className="link-button" aria-label={said.takeBackOf(what)}>{said.takeBack}</button>
      </Form>
    </div>
  );
}

/** Everything marked so far, in the order of the film, with what its author can do. */
export function WritingList({ moments, names, actorId, submissionId, mayChange, film }: WritingListProps) {
  return (
    <Card title={said.title}>
      {moments.length === 0 && <EmptyState title={said.none}>{mayChange && <p>{said.noneText}</p>}</EmptyState>}
      <ol className="moments" aria-label={said.title}>
        {moments.map((moment) => (
          <MomentLine key={moment.id} moment={moment} film={film} isReading={false} author={moment.authorId === actorId ? undefined : names[moment.authorId]}
            acts={mayChange && moment.authorId === actorId && <Acts moment={moment} submissionId={submissionId} />} />
        ))}
      </ol>
    </Card>
  );
}

/** What was shared, as it is read: attuned moments first, then notes; under each its answers. */
export function ReadingList({ moments, names, film, answersTo }: Pick<WritingListProps, "moments" | "names" | "film"> & { readonly answersTo: (moment: Moment) => ReactNode }) {
  const isOneVoice = new Set(moments.map(({ authorId }) => authorId)).size === 1;
  const parts = [{ title: said.attuned, kind: "attuned_moment" }, { title: said.notes, kind: "note" }] as const;
  return parts.map(({ title, kind }) => {
    const own = moments.filter((moment) => moment.kind === kind);
    if (own.length === 0) return null;
    return (
      <Card key={kind} title={title}>
        <ol className="moments" aria-label={title}>
          {own.map((moment) => <MomentLine key={moment.id} moment={moment} film={film} isReading author={isOneVoice ? undefined : names[moment.authorId]}>{answersTo(moment)}</MomentLine>)}
        </ol>
      </Card>
    );
  });
}
