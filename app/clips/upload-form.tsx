import { Link } from "@remix-run/react";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";

import { PURPOSES } from "#app/logbook/consent-model.ts";
import { Button } from "#app/ui/button.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Actions, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import type { FilmOnDevice } from "./film-facts.ts";
import { type FilmRefusal, MAX_CLIP_BYTES, MAX_CLIP_MINUTES } from "./model.ts";
import type { Leaving } from "./retention.ts";
import type { FilmedChoice, UploadView } from "./upload-model.ts";
import { type Sending, sendFilm } from "./uploader.ts";

const { upload: said, ...clips } = words.clips;
const MS_PER_MINUTE = 60_000;
const TAKEN = "video/mp4,video/quicktime,video/webm,.mp4,.m4v,.mov,.webm";

interface UploadFormProps extends UploadView {
  /** Called when a film has arrived and was taken. */
  readonly onArrived: () => void;
}

type Step =
  | { readonly at: "choosing"; readonly because?: string }
  | { readonly at: "sending" | "paused" }
  | { readonly at: "stopped"; readonly because: string }
  | { readonly at: "arrived" };

interface Chosen {
  readonly file: File;
  /** Undefined while it is read, null where it cannot be. */
  readonly facts: FilmOnDevice | null | undefined;
}

const never = () => () => undefined;

/** True once scripts run: what is drawn before cannot send anything. */
function useScripts(): boolean {
  return useSyncExternalStore(never, () => true, () => false);
}

function refusalOf({ file, facts }: Chosen): FilmRefusal | undefined {
  if (file.size === 0) return "empty";
  if (file.size > MAX_CLIP_BYTES) return "too_large";
  return facts && facts.durationMs > MAX_CLIP_MINUTES * MS_PER_MINUTE ? "too_long" : undefined;
}

/** The film that was chosen, and what can be read of it on the device. */
function useChosen(): [Chosen | undefined, (file: File | undefined) => void] {
  const [chosen, setChosen] = useState<Chosen>();
  return [chosen, (file) => {
    setChosen(file && { file, facts: undefined });
    if (!file) return;
    void import("./film-facts.ts").then(({ readFilm }) => readFilm(file)).catch(() => undefined).then((facts) => {
      setChosen((now) => (now?.file === file ? { file, facts: facts ?? null } : now));
    });
  }];
}

interface Sender {
  readonly step: Step;
  readonly sent: number;
  readonly send: (file: File, consentIds: readonly string[]) => void;
  readonly pause: () => void;
  readonly goOn: () => void;
  readonly cancel: () => void;
  readonly chooseAgain: () => void;
}

function useSender(entryId: string, onArrived: () => void): Sender {
  const [step, setStep] = useState<Step>({ at: "choosing" });
  const [sent, setSent] = useState(0);
  const sending = useRef<Sending>();
  // Whoever leaves the page pauses: the film goes on when it is chosen again.
  useEffect(() => () => { sending.current?.pause(); }, []);
  const told = {
    progress: (part: number, of: number) => { setSent(part / of); },
    arrived: () => { setStep({ at: "arrived" }); onArrived(); },
    stopped: (because: string, canGoOn: boolean) => { setStep({ at: canGoOn ? "stopped" : "choosing", because }); },
  };
  return {
    step, sent,
    send: (file, consentIds) => {
      setSent(0);
      setStep({ at: "sending" });
      sending.current = sendFilm({ file, entryId, consentIds }, told);
    },
    pause: () => { sending.current?.pause(); setStep({ at: "paused" }); },
    goOn: () => { setStep({ at: "sending" }); sending.current?.goOn(); },
    cancel: () => { void sending.current?.cancel().then((isRemoved) => { setStep({ at: "choosing", because: isRemoved ? said.cancelled : said.notCancelled }); }); },
    chooseAgain: () => { setStep({ at: "choosing" }); },
  };
}

function Progress({ sender }: { readonly sender: Sender }) {
  const { step, sent } = sender;
  const percent = Math.floor(sent * 100);
  return (
    <Stack gap="small">
      <label className="field-label" htmlFor="upload-progress">{said.sending}</label>
      <progress id="upload-progress" className="upload-progress" max={100} value={percent} />
      <p className="num small">{said.sent(percent)}</p>
      {step.at === "stopped" && <Notice kind="warning" title={said.stopped}>{step.because}</Notice>}
      {step.at === "paused" && <Notice>{said.paused}</Notice>}
      <Actions>
        {step.at === "sending" ? <Button type="button" look="quiet" onClick={sender.pause}>{said.pause}</Button> : <Button type="button" onClick={sender.goOn}>{said.goOn}</Button>}
        <Button type="button" look="danger" onClick={sender.cancel}>{said.cancel}</Button>
      </Actions>
    </Stack>
  );
}

function lengthText({ facts }: Chosen): string {
  if (facts === undefined) return said.reading;
  return facts === null ? said.unreadable : clips.length(facts.durationMs);
}

/** What is known before anything is sent. */
function BeforeSending({ chosen, inFilm, leaving }: { readonly chosen: Chosen; readonly inFilm: readonly FilmedChoice[]; readonly leaving: Leaving }) {
  const agreed = PURPOSES.filter((purpose) => inFilm.length > 0 && inFilm.every(({ purposes }) => purposes.includes(purpose)));
  const refusal = refusalOf(chosen);
  return (
    <Stack gap="small">
      <h3>{said.before}</h3>
      <DescriptionList items={[
        { term: said.terms.length, value: lengthText(chosen) }, { term: said.terms.size, value: clips.size(chosen.file.size) },
        { term: said.terms.seenBy, value: said.seenBy(words.consent.shownTo(agreed)) }, { term: said.terms.goes, value: said.goes(leaving.on, leaving.because) },
      ]} />
      {refusal !== undefined && <Notice kind="warning">{clips.refusals[refusal]}</Notice>}
      {inFilm.length > 0 && !agreed.includes("own_supervisor") && <Notice kind="warning">{clips.uploads.not_for_purpose}</Notice>}
      {chosen.facts?.isPlayable === false && <Notice>{said.notPlayable}</Notice>}
    </Stack>
  );
}

function Choosing({ filmed, leaving, sender, clientId }: Pick<UploadFormProps, "filmed" | "leaving" | "clientId"> & { readonly sender: Sender }) {
  const [chosen, choose] = useChosen();
  const [inFilm, setInFilm] = useState<readonly string[]>(() => filmed.filter(({ role }) => role === "client" || role === "child").map(({ id }) => id));
  const ticked = filmed.filter(({ id }) => inFilm.includes(id));
  const canSend = chosen !== undefined && refusalOf(chosen) === undefined && ticked.length > 0;
  return (
    <form className="form" onSubmit={(event) => { event.preventDefault(); if (canSend) sender.send(chosen.file, ticked.map(({ id }) => id)); }}>
      {sender.step.at === "choosing" && sender.step.because !== undefined && <Notice kind="warning">{sender.step.because}</Notice>}
      <div className="field">
        <label className="field-label" htmlFor="upload-film">{said.choose}</label>
        <div className="field-hint" id="upload-film-hint">{said.chooseHint}</div>
        <input id="upload-film" className="input" type="file" accept={TAKEN} aria-describedby="upload-film-hint" onChange={(event) => { choose(event.currentTarget.files?.[0]); }} />
      </div>
      <fieldset className="field" aria-describedby="upload-filmed-hint">
        <legend className="field-label">{said.filmed}</legend>
        <div className="field-hint" id="upload-filmed-hint">{said.filmedHint} <Link to={paths.consents(clientId)}>{said.toConsents}</Link></div>
        <div className="choices choices-list">
          {filmed.map(({ id, label, purposes }) => (
            <div className="choice" key={id}>
              <input type="checkbox" id={`upload-${id}`} checked={inFilm.includes(id)} aria-describedby={`upload-${id}-hint`}
                onChange={(event) => { const isIn = event.currentTarget.checked; setInFilm((now) => (isIn ? [...now, id] : now.filter((one) => one !== id))); }} />
              <span><label htmlFor={`upload-${id}`}>{label}</label><span className="field-hint" id={`upload-${id}-hint`}>{words.consent.shownTo(purposes)}</span></span>
            </div>
          ))}
        </div>
      </fieldset>
      {chosen && <BeforeSending chosen={chosen} inFilm={ticked} leaving={leaving} />}
      <Actions><Button wide disabled={!canSend}>{said.send}</Button></Actions>
    </form>
  );
}

/** Sends a film of a cycle from the device: who is in it is asked, and what happens to it said, before any of it leaves. */
export function UploadForm({ entryId, clientId, filmed, missing, leaving, onArrived }: UploadFormProps) {
  const hasScripts = useScripts();
  const sender = useSender(entryId, onArrived);
  if (missing.length > 0) {
    return (
      <Notice kind="warning" title={words.consent.line.before}>
        <ul>{missing.map((text) => <li key={text}>{text}</li>)}</ul>
        <Link to={paths.consents(clientId)}>{said.toConsents}</Link>
      </Notice>
    );
  }
  if (!hasScripts) return <noscript><Notice>{said.needsScripts}</Notice></noscript>;
  const { at } = sender.step;
  if (at === "arrived") {
    return (
      <Stack gap="small">
        <Notice kind="success">{said.arrived}</Notice>
        <Actions><Button type="button" look="quiet" onClick={sender.chooseAgain}>{said.another}</Button></Actions>
      </Stack>
    );
  }
  return at === "choosing" ? <Choosing filmed={filmed} leaving={leaving} sender={sender} clientId={clientId} /> : <Progress sender={sender} />;
}
