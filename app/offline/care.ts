import { systemClock } from "#app/platform/clock.ts";

import { canKeep, drop, dropExpired, forgetAccount, rememberAccount } from "./device.ts";
import { sendWaiting, type WaitingState } from "./send-waiting.ts";
import type { SentMark } from "./sent-mark.ts";

/** The version of the scripts that this page came with; each has a worker of its own. */
function buildVersion(): string {
  const manifest: unknown = Reflect.get(window, "__remixManifest");
  return typeof manifest === "object" && manifest !== null && "version" in manifest ? String(manifest.version) : "";
}

async function keepEntryPage(): Promise<void> {
  // While it is being developed the app has no files to keep.
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register(`/sw.js?v=${encodeURIComponent(buildVersion())}`);
}

/** What each page of a signed-in person does for what lies on their device. `saved` is the form that the page says is saved. */
export async function careForDevice(account: string, saved: SentMark | null): Promise<WaitingState> {
  if (!canKeep()) return { saved: 0, waiting: [] };
  if (saved !== null) await drop(saved.id);
  await dropExpired(systemClock());
  await rememberAccount(account);
  void keepEntryPage().catch(() => undefined);
  return sendWaiting(account);
}

/** After signing out nobody can add entries here until somebody signs in. */
export async function signedOut(): Promise<void> {
  if (canKeep()) await forgetAccount();
}
