import { describe, expect, it } from "vitest";

import { readForm } from "#app/platform/http/form.server.ts";

import { clientChoiceOf, cycleContentOf, cycleForm } from "./cycle-form.ts";
import type { FormContext } from "./form-parts.ts";
import { peerSupervisionForm, supervisionContentOf, supervisionForm, trainingForm } from "./session-forms.ts";
import { voidForm } from "./small-forms.ts";

const TODAY = "2026-11-21";
const context: FormContext = { today: TODAY, knownNames: ["Mairi MacInnes"] };
const ID = "mx8r5ztbjxh4t9sqs9bz";

function post(fields: Readonly<Record<string, string>>): Request {
  return new Request("http://portal.test/log", { method: "POST", body: new URLSearchParams(fields) });
}

type Read = Awaited<ReturnType<typeof readForm>>;

function errorsOf(read: Read): Record<string, string[] | null> {
  if (read.ok) throw new Error("the form was taken");
  return read.response.data.lastResult.error ?? {};
}

const CYCLE = { client: ID, filmedOnChoice: "today", reviewedOnChoice: "not_yet" };
const readCycle = (over: Readonly<Record<string, string>> = {}) => readForm(post({ ...CYCLE, ...over }), cycleForm(context));

describe("the form of a cycle", () => {
  const days: readonly (readonly [what: string, fields: Record<string, string>, filmedOn: string, reviewedOn: string | null])[] = [
    ["today, not yet", {}, TODAY, null],
    ["yesterday and today", { filmedOnChoice: "yesterday", reviewedOnChoice: "today" }, "2026-11-20", TODAY],
    ["typed days", { filmedOnChoice: "other", filmedOnDay: "3", filmedOnMonth: "11", filmedOnYear: "2026", reviewedOnChoice: "other", reviewedOnDay: "10", reviewedOnMonth: "Nov", reviewedOnYear: "2026" }, "2026-11-03", "2026-11-10"],
    ["what was typed and then pressed away does not stand", { filmedOnDay: "31", filmedOnMonth: "2", filmedOnYear: "26", reviewedOnDay: "99", reviewedOnMonth: "", reviewedOnYear: "" }, TODAY, null],
    ["a day to come", { filmedOnChoice: "other", filmedOnDay: "22", filmedOnMonth: "11", filmedOnYear: "2026" }, "2026-11-22", null],
    ["no choice of a review at all, as without any typed", { reviewedOnChoice: "" }, TODAY, null],
  ];
  it.each(days)("%s", async (_what, fields, filmedOn, reviewedOn) => {
    const read = await readCycle(fields);
    expect(read.ok && cycleContentOf(read.value)).toMatchObject({ filmedOn, reviewedOn });
  });

  const wrong: readonly (readonly [what: string, fields: Record<string, string>, field: string])[] = [
    ["no client", { client: "" }, "client"],
    ["nonsense for a client", { client: "../../etc" }, "client"],
    ["another day without a day", { filmedOnChoice: "other" }, "filmedOn"],
    ["31 April", { filmedOnChoice: "other", filmedOnDay: "31", filmedOnMonth: "4", filmedOnYear: "2026" }, "filmedOn"],
    ["no minutes at all", { filmMinutes: "0" }, "filmMinutes"],
    ["a minute over eight hours", { filmMinutes: "481" }, "filmMinutes"],
    ["minutes with a part", { reviewMinutes: "7.5" }, "reviewMinutes"],
    ["a rating above ten", { goalRating: "11" }, "goalRating"],
    ["more clips than anybody chooses", { clipsChosen: "201" }, "clipsChosen"],
    ["a mode that is not known", { mode: "telepathy" }, "mode"],
    ["another review day without a day", { reviewedOnChoice: "other" }, "reviewedOn"],
    ["a review the day before its film", { reviewedOnChoice: "other", reviewedOnDay: "20", reviewedOnMonth: "11", reviewedOnYear: "2026" }, "reviewedOn"],
    ["a telephone number in the note", { note: "Ring 07700 900123 first" }, "note"],
    ["a note past its limit", { note: "a ".repeat(2001) }, "note"],
  ];
  it("takes every number of clips that an import takes, so that an imported cycle can be changed", async () => {
    const read = await readCycle({ clipsChosen: "200" });
    expect(read.ok && cycleContentOf(read.value).clipsChosen).toBe(200);
  });

  it.each(wrong)("refuses %s, by field", async (_what, fields, field) => {
    expect(Object.keys(errorsOf(await readCycle(fields)))).toContain(field);
  });

  it("keeps everything that was typed, also what it refuses", async () => {
    const read = await readCycle({ filmMinutes: "many", note: "Ring 07700 900123 first" });
    expect(read.ok ? null : read.response.data.lastResult.initialValue).toMatchObject({ client: ID, filmMinutes: "many", note: "Ring 07700 900123 first" });
  });

  it("tells all that is wrong at once", async () => {
    expect(Object.keys(errorsOf(await readCycle({ client: "", filmedOnChoice: "other", filmMinutes: "500" }))).sort()).toEqual(["client", "filmMinutes", "filmedOn"]);
  });

  it("opens a new client with the age band, or takes one that is there", async () => {
    const [known, opened] = [await readCycle(), await readCycle({ client: "new", newClientAgeBand: "0_2" })];
    expect(known.ok && clientChoiceOf(known.value)).toEqual({ clientId: ID });
    expect(opened.ok && clientChoiceOf(opened.value)).toEqual({ newClient: { ageBand: "0_2" } });
  });

  it("takes eight hours, one minute, and a rating of nought", async () => {
    const read = await readCycle({ filmMinutes: "1", reviewMinutes: "480", goalRating: "0" });
    expect(read.ok && cycleContentOf(read.value)).toMatchObject({ filmMinutes: 1, reviewMinutes: 480, goalRating: 0 });
  });
});

describe("a note with a possible name", () => {
  const NOTE = "Callum waited for his turn.";

  it("is asked about, and stands once the box is ticked", async () => {
    expect(errorsOf(await readCycle({ note: NOTE })).namesAreFine?.[0]).toContain("Callum");
    expect((await readCycle({ note: NOTE, namesAreFine: "on" })).ok).toBe(true);
  });

  it("is not asked about again where it stood already, nor for the supervisor's name", async () => {
    expect((await readForm(post({ ...CYCLE, note: NOTE }), cycleForm({ ...context, acceptedText: NOTE }))).ok).toBe(true);
    expect((await readCycle({ note: "Talked it over with Mairi." })).ok).toBe(true);
  });

  it("is asked about in the reason of a void too", async () => {
    const read = async (reason: string) => readForm(post({ fromVersion: "1", reason }), voidForm(context));
    expect(errorsOf(await read("Callum was away")).namesAreFine).toBeDefined();
    expect(errorsOf(await read(" ")).reason).toBeDefined();
    expect((await read("Logged twice, said Mairi")).ok).toBe(true);
  });
});

describe("what is unlikely of a cycle", () => {
  const FILMS = [{ clientId: ID, filmedOn: TODAY }];
  const read = (over: Readonly<Record<string, string>>) => readForm(post({ ...CYCLE, filmMinutes: "90", ...over }), cycleForm({ ...context, films: FILMS }));

  it("is asked about, all of it at once, and stands with one tick", async () => {
    const asked = await read({});
    expect(errorsOf(asked).asMeant).toHaveLength(2);
    expect(Object.keys(errorsOf(asked))).toEqual(["asMeant"]);
    expect((await read({ asMeant: "on" })).ok).toBe(true);
  });

  it("is no question of a new client's film day, nor where it stood already", async () => {
    expect((await read({ client: "new", filmMinutes: "6" })).ok).toBe(true);
    const before = { clientId: ID, filmedOn: TODAY, filmMinutes: 90, reviewedOn: null };
    expect((await readForm(post({ ...CYCLE, filmMinutes: "90" }), cycleForm({ ...context, films: FILMS, before }))).ok).toBe(true);
  });

  it.each(["attunedMoments", "reflection"])("a telephone number in %s is refused by its field, a name asked about", async (field) => {
    expect(Object.keys(errorsOf(await readCycle({ [field]: "Call 07700 900123" })))).toEqual([field]);
    expect(Object.keys(errorsOf(await readCycle({ [field]: "Callum turned round" })))).toEqual(["namesAreFine"]);
    expect((await readCycle({ [field]: "Callum turned round", namesAreFine: "on" })).ok).toBe(true);
  });

  it("who was filmed comes in one order, and nobody but the known roles", async () => {
    const sent = new Request("http://portal.test/log", { method: "POST", body: new URLSearchParams([...Object.entries(CYCLE), ["filmedRoles", "child"], ["filmedRoles", "client"], ["reviewFilmed", "no"]]) });
    const read = await readForm(sent, cycleForm(context));
    expect(read.ok && cycleContentOf(read.value)).toMatchObject({ filmedRoles: ["client", "child"], reviewFilmed: false });
    expect(errorsOf(await readCycle({ filmedRoles: "the cat" }))["filmedRoles[0]"] ?? errorsOf(await readCycle({ filmedRoles: "the cat" })).filmedRoles).toBeDefined();
  });
});

describe("the forms of sessions", () => {
  const SESSION = { heldOnChoice: "yesterday", minutes: "90", format: "individual", supervisorId: ID };

  it("supervision: a time of day as hours and minutes, or none", async () => {
    const read = async (startsAt: string) => readForm(post({ ...SESSION, startsAt }), supervisionForm(context));
    const early = await read("9:05");
    expect(early.ok && supervisionContentOf(early.value)).toMatchObject({ heldOn: "2026-11-20", startsAt: "09:05", minutes: 90 });
    expect((await read("")).ok).toBe(true);
    for (const wrong of ["24:00", "9.05", "nine", "09:60"]) expect(errorsOf(await read(wrong)).startsAt).toBeDefined();
  });

  it("supervision needs minutes and a supervisor; peer supervision somebody who was there", async () => {
    expect(Object.keys(errorsOf(await readForm(post({ heldOnChoice: "today", format: "individual" }), supervisionForm(context)))).sort()).toEqual(["minutes", "supervisorId"]);
    expect(Object.keys(errorsOf(await readForm(post({ heldOnChoice: "today", minutes: "60" }), peerSupervisionForm(context))))).toEqual(["attendeeIds"]);
    expect((await readForm(post({ heldOnChoice: "today", minutes: "60", attendeeIds: ID }), peerSupervisionForm(context))).ok).toBe(true);
  });

  it("training needs which, and how many half-days", async () => {
    expect(Object.keys(errorsOf(await readForm(post({ heldOnChoice: "today" }), trainingForm(context)))).sort()).toEqual(["halfDays", "training"]);
    expect(errorsOf(await readForm(post({ heldOnChoice: "today", training: "mid_point", halfDays: "11" }), trainingForm(context))).halfDays).toBeDefined();
  });
});
