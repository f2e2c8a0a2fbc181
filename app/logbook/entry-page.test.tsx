import { describe, expect, it } from "vitest";

import { renderMarkup } from "#tests/support/render.tsx";

import { type EntryCount, EntryPage } from "./entry-page.tsx";
import type { Supervision } from "./model.ts";

const ENTRY: Supervision = {
  kind: "supervision", id: "e1", traineeId: "t1", version: 1, voided: false, reason: null, recordedAt: "2026-11-21T12:00:00.000Z", recordedBy: "Ailsa Rutherglen",
  loggedAt: "2026-11-21T12:00:00.000Z", note: null, heldOn: "2026-11-20", startsAt: null, minutes: 60, mode: null, format: "individual", supervisorId: "s1",
  supervisorName: "Hanneke de Vries", confirmation: "waiting", confirmationNote: null, confirmedBy: null, discussed: [],
};
const NOT: EntryCount = { counts: false, waits: false, towards: [], reasons: [] };
const because = (...texts: string[]): EntryCount["reasons"] => texts.map((text) => ({ text, sameAs: null }));

function noticeOf(count: EntryCount, saved = "supervision"): string {
  const html = renderMarkup(
    <EntryPage title="Supervision, 1 h" owner={null} entry={ENTRY} count={count} versions={[]} decisions={[]} lock={null} saved={saved} may={{ change: true, voidLocked: false, questionLocked: false }} />,
  );
  return /<div class="notice notice-success".*?<\/svg>(.*?)<\/div><\/div>/.exec(html)?.[1]?.replace(/<[^>]+>/g, "") ?? "";
}

describe("what is said once a session is logged", () => {
  it.each<[why: string, count: EntryCount, next: string]>([
    ["its supervisor has to confirm it", { ...NOT, waits: true, reasons: because("Waiting for Hanneke de Vries to confirm") }, "It counts once your supervisor has confirmed it."],
    ["a lead has to verify somebody from outside", { ...NOT, reasons: because("A programme lead has to verify Hanneke de Vries") }, "What is still missing stands below."],
    ["being confirmed would not be enough", { ...NOT, waits: true, reasons: because("Waiting", "Not accredited") }, "What is still missing stands below."],
    ["somebody from outside was verified before", { counts: true, waits: false, towards: ["Supervision"], reasons: [] }, "It counts."],
  ])("where %s", (_, count, next) => {
    expect(noticeOf(count)).toBe(`The supervision is logged. ${next}`);
  });

  it("says nothing for what nobody saved", () => {
    expect(noticeOf(NOT, "toString")).toBe("");
  });
});
