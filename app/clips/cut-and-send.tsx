import { Link } from "@remix-run/react";
import { useState } from "react";

import { PURPOSES } from "#app/logbook/consent-model.ts";
import { systemClock } from "#app/platform/clock.ts";
import { Button } from "#app/ui/button.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Actions, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import { MAX_CLIP_BYTES, MAX_CLIP_MINUTES } from "./model.ts";
import type { FilmOnDevice } from "./trim/look-at-film.ts";
import { isTooLong, lengthOf, type Piece } from "./trim/pieces.ts";
import { type CutMarks, recallMarks } from "./trim/remembered.ts";
import { cuttable, TrimFilm } from "./trim/trim-film.tsx";
import type { ChosenFilm } from "./trim/use-chosen-film.ts";
import { useMarks } from "./trim/use-marks.ts";
import type { FilmedChoice, UploadView } from "./upload-model.ts";
import type { Sender } from "./use-sender.ts";

const { upload: said, ...clips } = words.clips;
const MS_PER_MINUTE = 60_000;

interface CutAndSendProps extends UploadView {
  readonly chosen: ChosenFilm;
  readonly film: FilmOnDevice;
  readonly sender: Sender;
}

/** What is marked at first: what was sent of it before, else the whole of a film that is short enough. */
function marksAtFirst(file: File, { durationMs }: FilmOnDevice): CutMarks & { readonly because: "goesOn" | "wholeFilm" | null } {
  const recalled = recallMarks(file, systemClock());
  if (recalled) return { ...recalled, because: "goesOn" };
  const isShort = durationMs <= MAX_CLIP_MINUTES * MS_PER_MINUTE;
  return { pieces: isShort ? [{ fromMs: 0, toMs: durationMs }] : [], withSound: true, because: isShort ? "wholeFilm" : null };
}

/** About how large the pieces are: as large a part of the film as they are of its length. */
function bytesOf(pieces: readonly Piece[], { file }: ChosenFilm, { durationMs }: FilmOnDevice): number {
  return Math.ceil(file.size * lengthOf(pieces) / durationMs);
}

function WhoIsFilmed({ filmed, clientId, inFilm, onChange }: Pick<UploadView, "filmed" | "clientId"> & { readonly inFilm: readonly string[]; readonly onChange: (ids: readonly string[]) => void }) {
  return (
    <fieldset className="field" aria-describedby="upload-filmed-hint">
      <legend className="field-label">{said.filmed}</legend>
      <div className="field-hint" id="upload-filmed-hint">{said.filmedHint} <Link to={paths.consents(clientId)}>{said.toConsents}</Link></div>
      <div className="choices choices-list">
        {filmed.map(({ id, label, purposes }) => (
          <div className="choice" key={id}>
            <input type="checkbox" id={`upload-${id}`} checked={inFilm.includes(id)} aria-describedby={`upload-${id}-hint`}
              onChange={(event) => { onChange(event.currentTarget.checked ? [...inFilm, id] : inFilm.filter((one) => one !== id)); }} />
            <span><label htmlFor={`upload-${id}`}>{label}</label><span className="field-hint" id={`upload-${id}-hint`}>{words.consent.shownTo(purposes)}</span></span>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** What is known before anything is sent. */
function BeforeSending({ pieces, bytes, inFilm, leaving }: { readonly pieces: readonly Piece[]; readonly bytes: number; readonly inFilm: readonly FilmedChoice[] } & Pick<UploadView, "leaving">) {
  const agreed = PURPOSES.filter((purpose) => inFilm.length > 0 && inFilm.every(({ purposes }) => purposes.includes(purpose)));
  return (
    <Stack gap="small">
      <h3>{said.before}</h3>
      <DescriptionList items={[
        { term: said.terms.length, value: clips.length(lengthOf(pieces)) }, { term: said.terms.size, value: said.about(bytes) },
        { term: said.terms.seenBy, value: said.seenBy(words.consent.shownTo(agreed)) }, { term: said.terms.goes, value: said.goes(leaving.on, leaving.because) },
      ]} />
      {bytes > MAX_CLIP_BYTES && <Notice kind="warning">{clips.refusals.too_large}</Notice>}
      {inFilm.length > 0 && !agreed.includes("own_supervisor") && <Notice kind="warning">{clips.uploads.not_for_purpose}</Notice>}
    </Stack>
  );
}

/** Marks the pieces of a film, asks who is in them, says what happens to them, and sends them and nothing else. */
export function CutAndSend({ chosen, film, sender, filmed, clientId, leaving }: CutAndSendProps) {
  const [first] = useState(() => marksAtFirst(chosen.file, film));
  const [marks, acts] = useMarks(chosen.file, film.durationMs, first.pieces);
  const [withSound, setWithSound] = useState(first.withSound);
  const [inFilm, setInFilm] = useState<readonly string[]>(() => filmed.filter(({ role }) => role === "client" || role === "child").map(({ id }) => id));
  const ticked = filmed.filter(({ id }) => inFilm.includes(id));
  const pieces = cuttable(marks);
  const bytes = bytesOf(pieces ?? [], chosen, film);
  const canSend = pieces !== undefined && !isTooLong(pieces) && bytes <= MAX_CLIP_BYTES && ticked.length > 0;
  return (
    <Stack>
      {first.because !== null && marks.isUntouched && <Notice>{words.trim[first.because]}</Notice>}
      <TrimFilm chosen={chosen} film={film} marks={marks} acts={acts} />
      {film.hasSound && (
        <div className="choice">
          <input type="checkbox" id="upload-sound" checked={withSound} onChange={(event) => { setWithSound(event.currentTarget.checked); }} />
          <label htmlFor="upload-sound">{words.trim.withSound}</label>
        </div>
      )}
      <WhoIsFilmed filmed={filmed} clientId={clientId} inFilm={inFilm} onChange={setInFilm} />
      {pieces && <BeforeSending pieces={pieces} bytes={bytes} inFilm={ticked} leaving={leaving} />}
      <Actions><Button type="button" wide disabled={!canSend} onClick={() => { if (canSend) sender.send(chosen.file, { pieces, withSound }, ticked.map(({ id }) => id)); }}>{said.send}</Button></Actions>
    </Stack>
  );
}
