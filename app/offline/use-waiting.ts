import { useLocation, useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";

import { paths } from "#app/ui/paths.ts";

import type { WaitingState } from "./send-waiting.ts";
import { findSent, isSaved, type SentMark, unmarkSent } from "./sent-mark.ts";

/** Said in the page when an entry was put down or taken away on this device. */
const CHANGED = "attune-waiting";
const NOTHING: WaitingState = { saved: 0, waiting: [] };

/** Tells this page that something changed on the device. */
export function tellWaiting(): void {
  window.dispatchEvent(new Event(CHANGED));
}

function takeSaved(at: { readonly pathname: string; readonly search: string }): SentMark | null {
  const sent = findSent();
  if (sent === null || !isSaved(at, sent)) return null;
  unmarkSent();
  return sent;
}

/**
 * What waits on this device for the trainee who is signed in, after it was sent where there is a connection. Their pages are
 * shown afresh when something was taken. `personId` is null where nobody is signed in; somebody without a log has nothing waiting.
 */
export function useWaiting(personId: string | null, hasLog: boolean): WaitingState {
  const { pathname, search } = useLocation();
  const { revalidate } = useRevalidator();
  const [state, setState] = useState(NOTHING);
  const account = hasLog ? personId : null;
  const isNobodys = personId === null ? pathname + search === paths.signIn("signed-out") : !hasLog;
  useEffect(() => {
    if (isNobodys) void import("./care.ts").then(({ signedOut }) => signedOut()).catch(() => undefined);
  }, [isNobodys]);
  useEffect(() => {
    if (account === null) return undefined;
    let isOver = false;
    const care = async (saved: SentMark | null): Promise<void> => {
      const { careForDevice } = await import("./care.ts");
      const found = await careForDevice(account, saved);
      if (isOver) return;
      setState(found);
      if (found.saved > 0) revalidate();
    };
    // Without its store the page works as it would without JavaScript.
    const again = (): void => { care(null).catch(() => undefined); };
    care(takeSaved({ pathname, search })).catch(() => undefined);
    window.addEventListener("online", again);
    window.addEventListener(CHANGED, again);
    return () => {
      isOver = true;
      window.removeEventListener("online", again);
      window.removeEventListener(CHANGED, again);
    };
  }, [account, pathname, search, revalidate]);
  return account === null ? NOTHING : state;
}
