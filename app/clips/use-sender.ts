import { useEffect, useRef, useState } from "react";

import { systemClock } from "#app/platform/clock.ts";
import { words } from "#app/words/words.ts";

import type { CutRefusal } from "./trim/cut.ts";
import { type CutMarks, forgetMarks, rememberMarks, sourceOf } from "./trim/remembered.ts";
import { type Sending, sendFilm } from "./uploader.ts";

const { upload: said } = words.clips;

/** Where sending stands. */
export type SendingStep =
  | { readonly at: "choosing"; readonly because?: string }
  | { readonly at: "cutting" | "sending" | "paused" }
  | { readonly at: "stopped"; readonly because: string }
  | { readonly at: "arrived" };

/** Cuts pieces out of a film on the device and sends them, and nothing else. */
export interface Sender {
  readonly step: SendingStep;
  /** Of what is being done now, from 0 to 1. */
  readonly done: number;
  readonly send: (film: File, marks: CutMarks, consentIds: readonly string[]) => void;
  readonly stopCutting: () => void;
  readonly pause: () => void;
  readonly goOn: () => void;
  readonly cancel: () => void;
  readonly chooseAgain: () => void;
}

function refusalText(because: CutRefusal): string {
  return words.trim.refusals[because];
}

/** How the films of a cycle are sent from this page; leaving it pauses. */
export function useSender(entryId: string, onArrived: () => void): Sender {
  const [step, setStep] = useState<SendingStep>({ at: "choosing" });
  const [done, setDone] = useState(0);
  const sending = useRef<Sending>();
  const cutting = useRef<AbortController>();
  // Whoever leaves the page pauses: the film goes on when it is chosen again.
  useEffect(() => () => { cutting.current?.abort(); sending.current?.pause(); }, []);
  const told = {
    progress: (part: number, of: number) => { setDone(part / of); },
    arrived: () => { forgetMarks(); setStep({ at: "arrived" }); onArrived(); },
    stopped: (because: string, canGoOn: boolean) => {
      if (!canGoOn) forgetMarks();
      setStep({ at: canGoOn ? "stopped" : "choosing", because });
    },
  };
  const cutAndSend = async (film: File, marks: CutMarks, consentIds: readonly string[], signal: AbortSignal): Promise<void> => {
    const { cutFilm } = await import("./trim/cut.ts");
    const result = await cutFilm(film, { ...marks, signal, onProgress: setDone });
    if (!result.ok) {
      setStep({ at: "choosing", because: refusalText(result.because) });
      return;
    }
    rememberMarks(film, marks, systemClock());
    setDone(0);
    setStep({ at: "sending" });
    sending.current = sendFilm({ clip: result.cut.clip, source: sourceOf(film, marks), entryId, consentIds }, told);
  };
  return {
    step, done,
    send: (film, marks, consentIds) => {
      setDone(0);
      setStep({ at: "cutting" });
      cutting.current = new AbortController();
      void cutAndSend(film, marks, consentIds, cutting.current.signal).catch(() => { setStep({ at: "choosing", because: refusalText("cut_short") }); });
    },
    stopCutting: () => { cutting.current?.abort(); },
    pause: () => { sending.current?.pause(); setStep({ at: "paused" }); },
    goOn: () => { setStep({ at: "sending" }); sending.current?.goOn(); },
    cancel: () => {
      forgetMarks();
      void sending.current?.cancel().then((isRemoved) => { setStep({ at: "choosing", because: isRemoved ? said.cancelled : said.notCancelled }); });
    },
    chooseAgain: () => { setStep({ at: "choosing" }); },
  };
}
