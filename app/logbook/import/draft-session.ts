import type { PeerSupervisionContent, SupervisionContent } from "#app/logbook/content.ts";
import { samenessOf } from "#app/pathway/duplicates.ts";
import type { SupervisionFormat } from "#app/pathway/model.ts";
import { emailKey } from "#app/people/model.ts";
import type { Day } from "#app/platform/clock.ts";

import type { KnownPerson } from "./context.ts";
import type { Draft } from "./draft.ts";
import { modeCell } from "./draft-cycle.ts";
import { type Meant, supervisorCell } from "./file-facts.ts";
import type { SheetRow } from "./layout.ts";
import { PartReader, plainWords, type Read, type Reading } from "./part-reader.ts";
import type { RowReason } from "./reasons.ts";
import { likenessOf, spellingKey, splitPeople } from "./spellings.ts";

const FORMAT_WORDS: ReadonlyMap<string, SupervisionFormat> = new Map([
  ["individual", "individual"], ["1:1", "individual"], ["1 1", "individual"], ["one to one", "individual"], ["single", "individual"], ["group", "group"], ["group supervision", "group"],
  ["individual supervision", "individual"], ["supervision", "individual"],
]);

/** A session's day; one before the trainee's start is taken with a warning. */
function sessionDay(reader: PartReader, field: "session_on" | "peer_on"): Read<Day> {
  const { startedOn } = reader.reading.context;
  const read = reader.day(field, false);
  if (read.value !== null && read.value < startedOn) reader.reasons.push({ code: "before_start", day: read.value, startedOn });
  return read;
}

function sayRead(reader: PartReader, spelling: string, meant: Extract<Meant, { is: "person" }>): void {
  const isFirst = reader.reading.facts.firstRowOf(spelling) === reader.row.row;
  if (isFirst && likenessOf(spelling, meant.person.name) === "loose") reader.reasons.push({ code: "spelling_read", spelling, name: meant.person.name });
}

/** The supervisor, as found or answered. Nobody is ever made or taken from a name alone where it could mean another: an administrator adds people. */
function supervisorOf(reader: PartReader, spelling: string): KnownPerson | null {
  const { facts, context } = reader.reading;
  if (emailKey(spelling) === emailKey(context.trainee.email)) {
    reader.reasons.push({ code: "supervisor_is_self" });
    return null;
  }
  const meant = facts.supervisor(reader.row);
  if (meant.questionId !== null && facts.questions.has(meant.questionId)) reader.leansOn.push(meant.questionId);
  if (meant.is !== "person") {
    reader.reasons.push({ code: meant.is === "asked" ? "supervisor_asked" : "left_out" });
    return null;
  }
  sayRead(reader, spelling, meant);
  return meant.person;
}

function formatOf(reader: PartReader, isGroup: boolean): SupervisionFormat | null {
  const typed = reader.text("format");
  const read = isGroup ? "group" : typed === "" ? "individual" : FORMAT_WORDS.get(plainWords(typed));
  const answer = read === undefined ? reader.ask("format", { kind: "format" }) : null;
  const format = read ?? (answer?.choice === "individual" || answer?.choice === "group" ? answer.choice : null);
  if (format === null) reader.reasons.push({ code: answer?.choice === "out" ? "left_out" : "format_asked" });
  if (format === "group") reader.reasons.push({ code: "group_may_not_count" });
  return format;
}

/** A note would be read by the supervisor, and a session has no other place for it. */
function leaveOutReflection(reader: PartReader): void {
  if (reader.text("reflection") !== "") reader.reasons.push({ code: "reflection_of_session" });
}

/** Whose word is still missing: nobody's for somebody from outside whom a lead has verified (docs/field.md, "Confirmation"). */
function waitingFor({ isExternal, verifiedOn }: KnownPerson): RowReason[] {
  if (!isExternal) return [{ code: "waits_for_supervisor" }];
  return verifiedOn === null ? [{ code: "waits_for_verification" }] : [];
}

/** Reads a row's supervision. It comes in waiting for the supervisor: an import never confirms hours. `hasNote` where the note is not the cycle's. */
export function draftSupervision(row: SheetRow, hasNote: boolean, reading: Reading): Draft {
  const reader = new PartReader(row, "supervision", reading);
  const { spelling, isGroup } = supervisorCell(row);
  const [day, minutes, supervisor, format] = [sessionDay(reader, "session_on"), reader.minutes("minutes"), supervisorOf(reader, spelling), formatOf(reader, isGroup)];
  const [mode, note] = hasNote ? [modeCell(reader), reader.note("note")] : [null, null];
  if (hasNote) leaveOutReflection(reader);
  const isKnownBy = day.key !== "" && minutes.key !== "";
  const who = supervisor?.id ?? reader.leansOn[0] ?? spellingKey(spelling);
  const content: SupervisionContent | null = day.value !== null && minutes.value !== null && supervisor && format !== null
    ? { kind: "supervision", heldOn: day.value, startsAt: null, minutes: minutes.value, mode, format, supervisorId: supervisor.id, note }
    : null;
  if (supervisor) reader.reasons.push(...waitingFor(supervisor));
  return reader.draft({
    label: null, content,
    identity: isKnownBy ? JSON.stringify(["supervision", day.key, minutes.key, spellingKey(spelling)]) : null,
    sameAs: isKnownBy ? samenessOf({ kind: "supervision", heldOn: day.value ?? day.key, supervisorId: who, minutes: minutes.value ?? 0 }) : null,
  });
}

interface Present {
  readonly ids: readonly string[];
  /** Who was there, as far as it is known: ids, and spellings of whoever is not. */
  readonly keys: readonly string[];
}

/** Who was there besides the trainee. At least one of them has an account: somebody must be able to confirm it. */
function attendeesOf(reader: PartReader, spellings: readonly string[]): Present {
  const { facts, context } = reader.reading;
  const isSelf = (spelling: string): boolean => emailKey(spelling) === emailKey(context.trainee.email) || likenessOf(spelling, context.trainee.name) === "exact";
  const others = spellings.filter((spelling) => !isSelf(spelling)).map((spelling) => ({ spelling, meant: facts.attendee(spelling) }));
  for (const { spelling, meant } of others) {
    if (meant.questionId !== null && facts.questions.has(meant.questionId)) reader.leansOn.push(meant.questionId);
    if (meant.is === "person") sayRead(reader, spelling, meant);
  }
  const ids = [...new Set(others.flatMap(({ meant }) => (meant.is === "person" ? [meant.person.id] : [])))];
  const unknown = others.filter(({ meant }) => meant.is !== "person").map((o) => o.spelling);
  if (others.length === 0) reader.reasons.push({ code: "nobody_there" });
  else if (ids.length === 0) reader.reasons.push(others.some((o) => o.meant.is === "asked" && !o.spelling.includes("@")) ? { code: "attendee_asked" } : { code: "nobody_there" });
  if (unknown.length > 0) reader.reasons.push({ code: "attendees_unknown", spellings: unknown });
  return { ids, keys: [...ids, ...unknown.map(spellingKey)].sort() };
}

/** Reads a row's peer supervision, from its own columns or from those of supervision. It comes in waiting for one of the others. */
export function draftPeerSupervision(row: SheetRow, fields: { day: "session_on" | "peer_on"; minutes: "minutes" | "peer_minutes" }, hasNote: boolean, reading: Reading): Draft {
  const reader = new PartReader(row, "peer_supervision", reading);
  const { spelling, isPeer } = supervisorCell(row);
  if (isPeer) reader.reasons.push({ code: "read_as_peer" });
  const [day, minutes] = [sessionDay(reader, fields.day), reader.minutes(fields.minutes)];
  const spellings = [...splitPeople(reader.text("attendees")), ...(isPeer ? splitPeople(spelling) : [])];
  const present = attendeesOf(reader, spellings);
  const [mode, note] = hasNote ? [modeCell(reader), reader.note("note")] : [null, null];
  if (hasNote) leaveOutReflection(reader);
  const isKnownBy = day.key !== "" && minutes.key !== "" && present.keys.length > 0;
  const content: PeerSupervisionContent | null = day.value !== null && minutes.value !== null && present.ids.length > 0
    ? { kind: "peer_supervision", heldOn: day.value, startsAt: null, minutes: minutes.value, mode, note, attendeeIds: present.ids }
    : null;
  if (content) reader.reasons.push({ code: "waits_for_attendee" });
  return reader.draft({
    label: null, content,
    identity: isKnownBy ? JSON.stringify(["peer_supervision", day.key, minutes.key, [...new Set(spellings.map(spellingKey))].sort()]) : null,
    sameAs: isKnownBy ? samenessOf({ kind: "peer_supervision", heldOn: day.value ?? day.key, minutes: minutes.value ?? 0, attendeeIds: present.keys }) : null,
  });
}
