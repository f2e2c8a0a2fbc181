import { useRef, useState } from "react";

import { Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { words } from "#app/words/words.ts";

import type { FilmHandle } from "../film-handle.ts";
import { showTime } from "../film-times.ts";
import { FilmPlayer } from "../player.tsx";
import { AddPiece } from "./add-piece.tsx";
import { KeepOnDevice } from "./keep-on-device.tsx";
import type { FilmOnDevice } from "./look-at-film.ts";
import type { Marks } from "./marks.ts";
import { PieceRow } from "./piece-list.tsx";
import { asCut, isTooLong, lengthOf, type Piece } from "./pieces.ts";
import type { ChosenFilm } from "./use-chosen-film.ts";
import type { MarkActs } from "./use-marks.ts";

const said = words.trim;

interface TrimFilmProps {
  readonly chosen: ChosenFilm;
  readonly film: FilmOnDevice;
  readonly marks: Marks;
  readonly acts: MarkActs;
}

/** The pieces as they are cut; undefined while where one begins is looked for, or where there is none. */
export function cuttable({ pieces }: Marks): Piece[] | undefined {
  const snapped = pieces.flatMap(({ startsMs, toMs }) => (typeof startsMs === "number" ? [{ fromMs: startsMs, toMs }] : []));
  return snapped.length === pieces.length && snapped.length > 0 ? asCut(snapped) : undefined;
}

function Begun({ marks: { begunMs, problem } }: Pick<TrimFilmProps, "marks">) {
  return (
    <div role="status">
      {problem !== null && <Notice kind="warning">{said.problems[problem]}</Notice>}
      {problem === null && begunMs !== null && <p className="small film-begun">{said.begun(showTime(begunMs))}</p>}
    </div>
  );
}

/** Marks pieces of a film that lies on the device: by the player, its keys, or times that are typed. Nothing is sent. */
export function TrimFilm({ chosen, film, marks, acts }: TrimFilmProps) {
  const handle = useRef<FilmHandle>(null);
  const [nowMs, setNowMs] = useState(0);
  const nowHere = (): number => handle.current?.nowMs() ?? nowMs;
  const cut = cuttable(marks) ?? [];
  const marking = { words: words.player.marks.piece, start: () => { acts.start(nowHere()); }, end: () => { acts.end(nowHere()); } };
  return (
    <Stack>
      {film.isPlayable
        ? (
          <FilmPlayer source={chosen.url} durationMs={film.durationMs} handle={handle} onTime={setNowMs} shownTo={said.onThisDevice} marking={marking} stops={[]}>
            <Begun marks={marks} />
          </FilmPlayer>
        )
        : <><Notice kind="warning">{said.notShown}</Notice><Begun marks={marks} /></>}
      <section aria-labelledby="trim-pieces">
        <Stack gap="small">
          <h3 id="trim-pieces">{said.pieces(marks.pieces.length, lengthOf(cut))}</h3>
          {marks.pieces.length === 0 && <p className="muted">{said.noPieces}</p>}
          <ol className="trim-pieces">
            {marks.pieces.map((piece, at) => (
              <PieceRow key={piece.id} piece={piece} number={at + 1} onChange={acts.change} onRemove={acts.remove}
                onPlay={film.isPlayable ? ({ fromMs, toMs }) => { handle.current?.loop(fromMs, toMs); } : undefined} />
            ))}
          </ol>
          <AddPiece filmMs={film.durationMs} onAdd={acts.add} isOpen={!film.isPlayable} />
          {isTooLong(cut) && <Notice kind="warning">{words.clips.refusals.too_long}</Notice>}
        </Stack>
      </section>
      {(cut.length > 0 || film.isPlayable) && <KeepOnDevice file={chosen.file} pieces={cut} nowMs={film.isPlayable ? nowHere : undefined} />}
    </Stack>
  );
}
