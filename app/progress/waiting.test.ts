import { expect, test } from "vitest";

import { WHOLE_LOG } from "#app/logbook/asked-log.ts";
import { toCountable } from "#app/logbook/countable.ts";
import type { Entry, Supervision } from "#app/logbook/model.ts";
import { countPathway } from "#app/pathway/counting.ts";
import { plainDefinition } from "#tests/support/counts.ts";

import { logView } from "./log-view.ts";
import { rhythmOf } from "./rhythm.ts";
import { standingIn } from "./standing.ts";
import { progressView } from "./view.ts";

const definition = { ...plainDefinition, requirements: plainDefinition.requirements.map((r) => (r.key === "supervision" ? { ...r, formats: ["individual" as const] } : r)) };
const today = "2026-03-01";
const session = (over: Partial<Supervision>): Supervision => ({
  id: "e", traineeId: "t", version: 1, voided: false, reason: null, recordedAt: "2026-02-01T09:00:00.000Z", recordedBy: "t", loggedAt: "2026-02-01T09:00:00.000Z", note: null,
  kind: "supervision", heldOn: "2026-02-20", confirmation: "waiting", confirmationNote: null, confirmedBy: null, startsAt: null, minutes: 60, mode: null,
  format: "individual", supervisorId: "s", supervisorName: "Mairi MacInnes", discussed: [], ...over,
});
const outside = session({ supervisorId: "x", supervisorName: "Pieter Jansen" });

function pagesOf(entry: Entry, verified: boolean) {
  const accredited = [{ standing: "accredited" as const, from: "2020-01-01", to: null }];
  const named = {
    closedOn: new Map<string, string>(), supervisors: new Map(["s", "x", "t"].map((id) => [id, { isExternal: id === "x", isVerified: id !== "x" || verified, periods: accredited }] as const)),
  };
  const count = countPathway(definition, { traineeId: "t", startedOn: "2025-09-01", endedOn: null, closings: [], entries: [toCountable(entry, named)] }, today);
  const enrolment = { startedOn: "2025-09-01", endedOn: null, outcome: null };
  const version = { id: "v", pathwayId: "p", pathwayName: "Pathway", label: "1", effectiveFrom: "2020-01-01", definition };
  const view = progressView({
    count, enrolment, entries: [entry], decided: [], pauses: [], trainee: { id: "t", name: "Ailsa" }, programmeName: "Programme",
    version,
    rhythm: rhythmOf({ heldOn: [], ...enrolment, pauses: [], today }),
  }, true);
  return {
    waiting: view.waiting.map((line) => [line.detail, line.text]), lately: view.lately[0]?.text,
    log: logView({ count, entries: [entry], version, closings: [] }, WHOLE_LOG, 10).byState.waiting,
    link: view.meters.find((m) => m.key === "supervision")?.link, standing: standingIn(count, entry, [entry]),
  };
}

test.each<[why: string, entry: Entry, verified: boolean, waiting: readonly string[] | null, chip: string | undefined]>([
  ["a session that its supervisor has to confirm", session({}), true, ["with Mairi MacInnes", "to confirm"], "to confirm"],
  ["one with somebody from outside whom no lead has verified", outside, false, ["for a programme lead to verify Pieter Jansen, who is from outside the programme", "to verify"], "to verify"],
  ["one with somebody from outside who is verified", outside, true, null, "counts"],
  ["one with oneself can never be confirmed", session({ supervisorId: "t", supervisorName: "Ailsa" }), true, null, "does not count"],
  ["one in a group would not count though it were confirmed", session({ format: "group" }), true, null, "does not count"],
  ["one that is planned", session({ heldOn: "2026-03-02" }), true, null, "planned"],
  ["one that was questioned", session({ confirmation: "questioned" }), true, null, "a question"],
  ["one that is voided, which stands in the whole log alone", session({ voided: true }), true, null, undefined],
])("waiting, on every page alike: %s", (_why, entry, verified, waiting, chip) => {
  const pages = pagesOf(entry, verified);
  expect([pages.waiting, pages.log, pages.lately]).toEqual([waiting ? [waiting] : [], waiting ? 1 : 0, chip]);
  expect(pages.link?.endsWith("1 waiting")).toBe(waiting !== null);
});

test("the page of an entry names who has to confirm it, and who has to be verified", () => {
  expect(pagesOf(session({}), true).standing).toMatchObject({ waits: true, reasons: [{ text: "Waiting for Mairi MacInnes to confirm" }] });
  expect(pagesOf(outside, false).standing).toMatchObject({ waits: false, reasons: [{ text: "A programme lead has to verify Pieter Jansen, who is from outside the programme" }] });
  expect(pagesOf(outside, true).standing).toMatchObject({ counts: true, waits: false, reasons: [] });
});
