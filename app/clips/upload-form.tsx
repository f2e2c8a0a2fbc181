import { Link } from "@remix-run/react";
import { useSyncExternalStore } from "react";

import { Button } from "#app/ui/button.tsx";
import { Actions, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import { CutAndSend } from "./cut-and-send.tsx";
import { useChosenFilm } from "./trim/use-chosen-film.ts";
import type { UploadView } from "./upload-model.ts";
import { type Sender, useSender } from "./use-sender.ts";

const { upload: said } = words.clips;
const TAKEN = "video/mp4,video/quicktime,video/webm,.mp4,.m4v,.mov,.webm";

interface UploadFormProps extends UploadView {
  /** Called when a film has arrived and was taken. */
  readonly onArrived: () => void;
}

const never = () => () => undefined;

/** True once scripts run: what is drawn before cannot send anything. */
function useScripts(): boolean {
  return useSyncExternalStore(never, () => true, () => false);
}

function Bar({ id, label, text, done }: { readonly id: string; readonly label: string; readonly text: (percent: number) => string; readonly done: number }) {
  const percent = Math.floor(done * 100);
  return (
    <>
      <label className="field-label" htmlFor={id}>{label}</label>
      <progress id={id} className="upload-progress" max={100} value={percent} />
      <p className="num small">{text(percent)}</p>
    </>
  );
}

function Cutting({ sender }: { readonly sender: Sender }) {
  return (
    <Stack gap="small">
      <Bar id="cut-progress" label={words.trim.cutting} text={words.trim.cut} done={sender.done} />
      <Actions><Button type="button" look="quiet" onClick={sender.stopCutting}>{words.trim.stopCutting}</Button></Actions>
    </Stack>
  );
}

function Progress({ sender }: { readonly sender: Sender }) {
  const { step } = sender;
  return (
    <Stack gap="small">
      <Bar id="upload-progress" label={said.sending} text={said.sent} done={sender.done} />
      {step.at === "stopped" && <Notice kind="warning" title={said.stopped}>{step.because}</Notice>}
      {step.at === "paused" && <Notice>{said.paused}</Notice>}
      <Actions>
        {step.at === "sending" ? <Button type="button" look="quiet" onClick={sender.pause}>{said.pause}</Button> : <Button type="button" onClick={sender.goOn}>{said.goOn}</Button>}
        <Button type="button" look="danger" onClick={sender.cancel}>{said.cancel}</Button>
      </Actions>
    </Stack>
  );
}

function Arrived({ sender }: { readonly sender: Sender }) {
  return (
    <Stack gap="small">
      <Notice kind="success">{said.arrived}</Notice>
      <Actions><Button type="button" look="quiet" onClick={sender.chooseAgain}>{said.another}</Button></Actions>
    </Stack>
  );
}

/** A film on the device: chosen, looked at, and cut; where it cannot be used, why. */
function Choosing({ sender, ...view }: Omit<UploadFormProps, "onArrived"> & { readonly sender: Sender }) {
  const [chosen, choose] = useChosenFilm();
  return (
    <Stack>
      {sender.step.at === "choosing" && sender.step.because !== undefined && <Notice kind="warning">{sender.step.because}</Notice>}
      <div className="field">
        <label className="field-label" htmlFor="upload-film">{said.choose}</label>
        <div className="field-hint" id="upload-film-hint">{said.chooseHint}</div>
        <input id="upload-film" className="input" type="file" accept={TAKEN} aria-describedby="upload-film-hint" onChange={(event) => { choose(event.currentTarget.files?.[0]); }} />
      </div>
      {chosen && chosen.looked === undefined && <p role="status">{words.trim.looking}</p>}
      {chosen?.looked?.ok === false && <Notice kind="warning">{words.trim.refusals[chosen.looked.because]}</Notice>}
      {chosen?.looked?.ok === true && <CutAndSend key={chosen.url} {...view} chosen={chosen} film={chosen.looked.film} sender={sender} />}
    </Stack>
  );
}

/** Sends pieces of a film of a cycle from the device: who is in it is asked, and what happens to it said, before any of it leaves. */
export function UploadForm({ onArrived, ...view }: UploadFormProps) {
  const hasScripts = useScripts();
  const sender = useSender(view.entryId, onArrived);
  const { at } = sender.step;
  if (view.missing.length > 0) {
    return (
      <Notice kind="warning" title={words.consent.line.before}>
        <ul>{view.missing.map((text) => <li key={text}>{text}</li>)}</ul>
        <Link to={paths.consents(view.clientId)}>{said.toConsents}</Link>
      </Notice>
    );
  }
  if (!hasScripts) return <noscript><Notice>{said.needsScripts}</Notice></noscript>;
  if (at === "arrived") return <Arrived sender={sender} />;
  return (
    <>
      {at === "cutting" && <Cutting sender={sender} />}
      {(at === "sending" || at === "paused" || at === "stopped") && <Progress sender={sender} />}
      {/* Hidden and not gone: what was marked is there again where nothing was sent. */}
      <div hidden={at !== "choosing"}><Choosing {...view} sender={sender} /></div>
    </>
  );
}
