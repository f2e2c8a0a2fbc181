import { useNavigate } from "@remix-run/react";

import { Button } from "#app/ui/button.tsx";
import { Actions } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import { type Kept, lastDayOf } from "./kept.ts";
import type { WaitingState } from "./send-waiting.ts";
import { tellWaiting } from "./use-waiting.ts";

const { waiting: said, signOut } = words.offline;

function lastDayOfFirst(waiting: readonly Kept[]): string {
  return lastDayOf(waiting.map(({ keptAt }) => keptAt).sort()[0] ?? "");
}

/** Above a page: what waits on this device, what was taken from it just now, and what needs the person. */
export function WaitingNotice({ account, state: { saved, waiting } }: { readonly account: string; readonly state: WaitingState }) {
  const [fresh, refused] = [waiting.filter((one) => one.refusals.length === 0), waiting.filter((one) => one.refusals.length > 0)];
  if (saved === 0 && waiting.length === 0) return null;
  return (
    <div className="stack stack-small device-notices">
      {saved > 0 && <Notice kind="success">{said.saved(saved)}</Notice>}
      {fresh.length > 0 && <Notice title={said.title(fresh.length)}>{said.text(lastDayOfFirst(fresh))}</Notice>}
      {refused.map((one) => <Refused key={one.id} account={account} entry={one} />)}
    </div>
  );
}

function Refused({ account, entry }: { readonly account: string; readonly entry: Kept }) {
  const navigate = useNavigate();
  const open = async (): Promise<void> => {
    const { openInForm } = await import("./send-waiting.ts");
    await openInForm(account, entry);
    navigate(`${paths.newCycle()}?kept=${entry.id}`);
  };
  const discard = async (): Promise<void> => {
    const { drop } = await import("./device.ts");
    await drop(entry.id);
    tellWaiting();
  };
  return (
    <Notice kind="warning" title={said.refusedTitle}>
      <p>{said.refused(entry.keptAt, lastDayOf(entry.keptAt))}</p>
      <ul>{entry.refusals.map((text) => <li key={text}>{text}</li>)}</ul>
      <Actions>
        <Button type="button" look="quiet" small onClick={() => { void open(); }}>{said.open}</Button>
        <Button type="button" look="quiet" small onClick={() => { void discard(); }}>{said.discard}</Button>
      </Actions>
    </Notice>
  );
}

/** Beside the button that signs out: what waits, and what becomes of it. */
export function SignOutWarning({ state: { waiting } }: { readonly state: WaitingState }) {
  if (waiting.length === 0) return null;
  return <Notice kind="warning" title={signOut.title(waiting.length)}>{signOut.text(lastDayOfFirst(waiting))}</Notice>;
}
