import { useEffect, useState } from "react";

import { newId } from "#app/platform/ids.ts";

import { addPiece, changePiece, endPiece, type Marks, NO_MARKS, removePiece, snapPiece, startPiece } from "./marks.ts";
import type { Piece } from "./pieces.ts";

/** What can be done with the marks of a film. */
export interface MarkActs {
  readonly start: (nowMs: number) => void;
  readonly end: (nowMs: number) => void;
  readonly add: (piece: Piece) => void;
  readonly change: (id: string, times: Piece) => void;
  readonly remove: (id: string) => void;
}

/** The marks of a film of that length on the device; where each piece really begins is looked up in the film. */
export function useMarks(file: File, filmMs: number, atFirst: readonly Piece[]): [Marks, MarkActs] {
  const [marks, setMarks] = useState<Marks>(() => ({ ...NO_MARKS, pieces: atFirst.map((piece) => ({ ...piece, id: newId(), startsMs: undefined })) }));
  const open = marks.pieces.find(({ startsMs }) => startsMs === undefined);
  const [openId, openMs] = [open?.id, open?.fromMs];
  useEffect(() => {
    if (openId === undefined || openMs === undefined) return undefined;
    let isMeant = true;
    const tell = (startsMs: number | null): void => { if (isMeant) setMarks((now) => snapPiece(now, openId, startsMs)); };
    void import("./look-at-film.ts").then(({ findStart }) => findStart(file, openMs)).then(tell, () => { tell(null); });
    return () => { isMeant = false; };
  }, [file, openId, openMs]);
  return [marks, {
    start: (nowMs) => { setMarks((now) => startPiece(now, nowMs)); },
    end: (nowMs) => { setMarks((now) => endPiece(now, nowMs, filmMs, newId())); },
    add: (piece) => { setMarks((now) => addPiece(now, { ...piece, id: newId() }, filmMs)); },
    change: (id, times) => { setMarks((now) => changePiece(now, id, times, filmMs)); },
    remove: (id) => { setMarks((now) => removePiece(now, id)); },
  }];
}
