import { type FormEvent, useId, useState } from "react";

import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { words } from "#app/words/words.ts";

import { readTime, showTimeExactly } from "../film-times.ts";
import type { Piece } from "./pieces.ts";

const said = words.trim;

interface AddPieceProps {
  readonly filmMs: number;
  readonly onAdd: (piece: Piece) => void;
  /** Open where there is no player to mark with. */
  readonly isOpen: boolean;
}

function typedText(value: FormDataEntryValue | null): string {
  return typeof value === "string" ? value : "";
}

/** A piece by times that are typed. */
export function AddPiece({ filmMs, onAdd, isOpen }: AddPieceProps) {
  const id = useId();
  const [isWrong, setIsWrong] = useState(false);
  const add = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const [from, to] = ["from", "to"].map((name) => readTime(typedText(typed.get(name))));
    setIsWrong(from === undefined || to === undefined);
    if (from !== undefined && to !== undefined) onAdd({ fromMs: from, toMs: to });
  };
  const described = isWrong ? { "aria-invalid": true, "aria-describedby": `${id}-error` } : {};
  return (
    <Disclosure summary={said.byTimes} open={isOpen}>
      <form onSubmit={add}>
        <Stack gap="small">
          <p className="small muted">{said.byTimesText(showTimeExactly(filmMs))}</p>
          {isWrong && <div className="field-error" id={`${id}-error`} role="alert">{said.timeUnreadable}</div>}
          <div className="trim-times">
            <div className="field"><label className="field-label" htmlFor={`${id}-from`}>{said.from}</label><input id={`${id}-from`} name="from" className="input input-short num" inputMode="decimal" autoComplete="off" {...described} /></div>
            <div className="field"><label className="field-label" htmlFor={`${id}-to`}>{said.to}</label><input id={`${id}-to`} name="to" className="input input-short num" inputMode="decimal" autoComplete="off" {...described} /></div>
          </div>
          <div className="actions"><Button look="quiet">{said.add}</Button></div>
        </Stack>
      </form>
    </Disclosure>
  );
}
