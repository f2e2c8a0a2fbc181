import { type FocusEvent, useState } from "react";

import { Button } from "#app/ui/button.tsx";
import { Actions, Stack } from "#app/ui/layout.tsx";
import { words } from "#app/words/words.ts";

import { readTime, showTimeExactly } from "../film-times.ts";
import type { MarkedPiece } from "./marks.ts";
import type { Piece } from "./pieces.ts";

const said = words.trim;
/** A start that snaps by less than this is where it was marked, for the eye. */
const NOTICED_MS = 100;

interface PieceRowProps {
  readonly piece: MarkedPiece;
  readonly number: number;
  /** Plays it round and round; none where the film cannot be shown here. */
  readonly onPlay?: ((piece: Piece) => void) | undefined;
  readonly onChange: (id: string, times: Piece) => void;
  readonly onRemove: (id: string) => void;
}

function startText({ fromMs, startsMs }: MarkedPiece): string {
  if (startsMs === undefined) return said.snapping;
  if (startsMs === null) return said.noStart;
  const early = fromMs - startsMs;
  if (Math.abs(early) < NOTICED_MS) return said.startsThere;
  return early > 0 ? said.startsEarlier(early) : said.startsLater(-early);
}

/** A time that can be typed; what cannot be read stays in its field and is told. */
function TimeField({ id, label, ms, onTime }: { readonly id: string; readonly label: string; readonly ms: number; readonly onTime: (ms: number) => void }) {
  const [isWrong, setIsWrong] = useState(false);
  const take = ({ currentTarget }: FocusEvent<HTMLInputElement>): void => {
    const typed = readTime(currentTarget.value);
    setIsWrong(typed === undefined);
    if (typed !== undefined && typed !== ms) onTime(typed);
  };
  return (
    <div className={isWrong ? "field field-wrong" : "field"}>
      <label className="field-label" htmlFor={id}>{label}</label>
      {isWrong && <div className="field-error" id={`${id}-error`}>{said.timeUnreadable}</div>}
      <input key={ms} id={id} className="input input-short num" inputMode="decimal" autoComplete="off" defaultValue={showTimeExactly(ms)} onBlur={take}
        {...(isWrong ? { "aria-invalid": true, "aria-describedby": `${id}-error` } : {})} />
    </div>
  );
}

/** One piece: when it is, where it really begins, and what can be done with it. */
export function PieceRow({ piece, number, onPlay, onChange, onRemove }: PieceRowProps) {
  const { id, fromMs, toMs } = piece;
  return (
    <li className="trim-piece">
      <Stack gap="small">
        <h4>{said.piece(number, toMs - (piece.startsMs ?? fromMs))}</h4>
        <div className="trim-times">
          <TimeField id={`${id}-from`} label={said.from} ms={fromMs} onTime={(ms) => { onChange(id, { fromMs: ms, toMs }); }} />
          <TimeField id={`${id}-to`} label={said.to} ms={toMs} onTime={(ms) => { onChange(id, { fromMs, toMs: ms }); }} />
        </div>
        <p className="small muted" role="status">{startText(piece)}</p>
        <Actions>
          {onPlay && <Button type="button" look="quiet" small label={said.playPiece(number)} onClick={() => { onPlay({ fromMs: piece.startsMs ?? fromMs, toMs }); }}>{said.play}</Button>}
          <Button type="button" look="quiet" small label={said.removePiece(number)} onClick={() => { onRemove(id); }}>{said.remove}</Button>
        </Actions>
      </Stack>
    </li>
  );
}
