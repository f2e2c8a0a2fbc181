import { type Actor, hasRole } from "#app/people/model.ts";
import { summariesOf } from "#app/progress/summary.ts";
import { words } from "#app/words/words.ts";
import type { Reader } from "#db/database.server.ts";

import { listNoticeLines } from "./notices.server.ts";
import { getWorklist, IN_THE_QUEUE } from "./queries.server.ts";
import type { WaitingPageProps } from "./waiting-page.tsx";

const said = words.worklist;

function emptyTextFor(actor: Actor): string[] {
  const texts = (["supervisor", "trainee", "lead"] as const).filter((role) => hasRole(actor, role)).map((role) => said.empty[role]);
  return texts.length > 0 ? texts : [said.empty.nobody];
}

/** What was just done, as the address tells it; null for anything else. */
function doneNotice(url: URL): WaitingPageProps["done"] {
  const done = url.searchParams.get("done");
  const count = /^[1-9]\d{0,2}$/.exec(url.searchParams.get("n") ?? "");
  if (done === "confirmed") return { kind: "success", text: said.done.confirmed(Number(count?.[0] ?? 1)) };
  if (done === "question" || done === "verified") return { kind: "success", text: said.done[done] };
  return done === "gone" ? { kind: "info", text: said.done.gone } : null;
}

/** Everything that the page of what waits shows; its three addresses load the same. */
export async function loadWaitingPage(db: Reader, actor: Actor, request: Request): Promise<Omit<WaitingPageProps, "errors" | "chosenBefore">> {
  const { queue, supervised } = await getWorklist(db, actor);
  return { queue, notices: await listNoticeLines(db, actor, IN_THE_QUEUE), trainees: hasRole(actor, "supervisor") ? summariesOf(supervised) : null, emptyText: emptyTextFor(actor), done: doneNotice(new URL(request.url)) };
}
