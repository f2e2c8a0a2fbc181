import { useId, useState } from "react";

import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Actions, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { words } from "#app/words/words.ts";

import type { CutRefusal } from "./cut.ts";
import type { Piece } from "./pieces.ts";

const said = words.trim.keep;
const CLIP_NAMES: Readonly<Record<string, string>> = { "video/mp4": "clip.mp4", "video/webm": "clip.webm" };

interface KeepOnDeviceProps {
  readonly file: File;
  /** Each as it would be cut. */
  readonly pieces: readonly Piece[];
  /** The picture that the film shows now; none where it cannot be shown here. */
  readonly nowMs?: (() => number) | undefined;
}

/** Hands a file to the browser to save; nothing of it is sent. */
function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after the click.
  window.setTimeout(() => { URL.revokeObjectURL(url); }, 60_000);
}

type Told = { readonly kind: "saved" } | { readonly kind: "failed"; readonly because: CutRefusal | "no_still" } | { readonly kind: "agree" } | null;

function ToldNotice({ told }: { readonly told: Told }) {
  if (told === null) return null;
  if (told.kind === "saved") return <Notice kind="success">{said.saved}</Notice>;
  return <Notice kind="warning">{told.kind === "agree" ? said.agreeFirst : words.trim.refusals[told.because]}</Notice>;
}

/** Saves a piece or a picture on the device for the family to keep, once it was asked whether everybody in it agreed. */
export function KeepOnDevice({ file, pieces, nowMs }: KeepOnDeviceProps) {
  const id = useId();
  const [agreed, setAgreed] = useState(false);
  const [told, setTold] = useState<Told>(null);
  const ifAgreed = (work: () => Promise<Told>) => () => {
    if (!agreed) setTold({ kind: "agree" });
    else void work().then(setTold, () => { setTold({ kind: "failed", because: "cut_short" }); });
  };
  const savePiece = async (piece: Piece): Promise<Told> => {
    const { cutFilm } = await import("./cut.ts");
    const result = await cutFilm(file, { pieces: [piece], withSound: true });
    if (!result.ok) return { kind: "failed", because: result.because };
    save(result.cut.clip, CLIP_NAMES[result.cut.clip.type] ?? "clip");
    return { kind: "saved" };
  };
  const savePicture = async (at: number): Promise<Told> => {
    const { takeStill } = await import("./still.ts");
    const still = await takeStill(file, at);
    if (still === null) return { kind: "failed", because: "no_still" };
    save(still, "picture.jpg");
    return { kind: "saved" };
  };
  return (
    <Disclosure summary={said.title}>
      <Stack gap="small">
        <p>{said.text}</p>
        <div className="choice">
          <input type="checkbox" id={id} checked={agreed} onChange={(event) => { setAgreed(event.currentTarget.checked); setTold(null); }} />
          <label htmlFor={id}>{said.agreed}</label>
        </div>
        <Actions>
          {pieces.map((piece, at) => <Button key={piece.fromMs} type="button" look="quiet" onClick={ifAgreed(() => savePiece(piece))}>{said.savePiece(at + 1)}</Button>)}
          {nowMs && <Button type="button" look="quiet" onClick={ifAgreed(() => savePicture(nowMs()))}>{said.savePicture}</Button>}
        </Actions>
        <ToldNotice told={told} />
      </Stack>
    </Disclosure>
  );
}
