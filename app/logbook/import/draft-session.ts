import type { PeerSupervisionContent, SupervisionContent } from "#app/logbook/content.ts";
import type { Mode } from "#app/logbook/model.ts";
import { samenessOf } from "#app/pathway/duplicates.ts";
import type { SupervisionFormat } from "#app/pathway/model.ts";
import { emailKey } from "#app/people/model.ts";
import type { Day } from "#app/platform/clock.ts";

import { dayCell, noteCell, optionalWord, plainWords, type RowReader, sessionMinutes } from "./cells.ts";
import type { KnownPerson } from "./context.ts";
import type { Draft } from "./draft.ts";
import type { RowReason } from "./reasons.ts";
import { cell } from "./template.ts";

const MODE_WORDS: ReadonlyMap<string, Mode> = new Map([["in person", "in_person"], ["remote", "remote"]]);
const FORMAT_WORDS: ReadonlyMap<string, SupervisionFormat> = new Map([["individual", "individual"], ["group", "group"]]);

/** How they met, where the cell says so. */
export function modeCell(reader: RowReader): Mode | null {
  return optionalWord(reader, "setting", MODE_WORDS);
}

function findByEmail(people: readonly KnownPerson[], email: string): KnownPerson | undefined {
  return people.find((p) => emailKey(p.email) === email);
}

/** A session's day; one after today is asked about, one before the trainee's start is taken with a warning. */
function sessionDay(reader: RowReader): Day | null {
  const { context, reasons } = reader;
  const day = dayCell(reader, "date", false);
  if (day && day > context.today) reasons.push({ code: "session_in_future", day });
  if (day && day < context.startedOn) reasons.push({ code: "before_start", day, startedOn: context.startedOn });
  return day;
}

/** The supervisor with that address. Nobody is ever made or guessed from a name: an administrator adds people. */
function supervisorCell({ row, context, reasons }: RowReader, email: string): KnownPerson | undefined {
  if (email === "") reasons.push({ code: "supervisor_missing" });
  else if (email === emailKey(context.trainee.email)) reasons.push({ code: "supervisor_is_self" });
  else if (!findByEmail(context.supervisors, email)) reasons.push({ code: "supervisor_unknown", email: cell(row, "supervisor_email") });
  else return findByEmail(context.supervisors, email);
  return undefined;
}

function formatCell({ row, reasons }: RowReader): SupervisionFormat | undefined {
  const format = FORMAT_WORDS.get(plainWords(cell(row, "kind")));
  if (format === undefined) reasons.push({ code: "format_unknown" });
  if (format === "group") reasons.push({ code: "group_may_not_count" });
  return format;
}

/** Whose word is still missing: nobody's for somebody from outside whom a lead has verified (docs/field.md, "Confirmation"). */
function waitingFor({ isExternal, verifiedOn }: KnownPerson): RowReason[] {
  if (!isExternal) return [{ code: "waits_for_supervisor" }];
  return verifiedOn === null ? [{ code: "waits_for_verification" }] : [];
}

/** Reads a row of the file of supervision. It comes in waiting for the supervisor: an import never confirms hours. */
export function draftSupervision(reader: RowReader): Draft {
  const { row, reasons } = reader;
  const email = emailKey(cell(row, "supervisor_email"));
  const [heldOn, minutes, supervisor, format] = [sessionDay(reader), sessionMinutes(reader), supervisorCell(reader, email), formatCell(reader)];
  const [mode, note] = [modeCell(reader), noteCell(reader, "note")];
  const isKnownBy = heldOn && minutes && email !== "";
  const identity = isKnownBy ? JSON.stringify(["supervision", heldOn, minutes, email]) : null;
  const sameAs = isKnownBy ? samenessOf({ kind: "supervision", heldOn, minutes, supervisorId: email }) : null;
  const content: SupervisionContent | null = heldOn && minutes && supervisor && format
    ? { kind: "supervision", heldOn, startsAt: null, minutes, mode, format, supervisorId: supervisor.id, note }
    : null;
  if (content && supervisor) reasons.push(...waitingFor(supervisor));
  return { row: row.row, reasons, label: null, identity, sameAs, content };
}

/** The others who were there, by their addresses. An unknown one is left out and said; with none known the row is held. */
function attendeeIds({ row, context, reasons }: RowReader, emails: readonly string[]): string[] {
  const others = emails.filter((email) => email !== emailKey(context.trainee.email));
  const unknown = others.filter((email) => !findByEmail(context.fellowTrainees, email));
  const ids = others.flatMap((email) => findByEmail(context.fellowTrainees, email)?.id ?? []);
  if (cell(row, "attendees") === "" || others.length === 0) reasons.push({ code: "no_attendee" });
  else if (ids.length === 0) reasons.push({ code: "no_attendee" }, { code: "attendees_unknown", emails: unknown });
  else if (unknown.length > 0) reasons.push({ code: "attendees_unknown", emails: unknown });
  return [...new Set(ids)];
}

/** Reads a row of the file of peer supervision. It comes in waiting for one of the others. */
export function draftPeerSupervision(reader: RowReader): Draft {
  const { row, reasons } = reader;
  const emails = [...new Set(cell(row, "attendees").split(/[;,\n]/).map(emailKey).filter((email) => email !== ""))].sort();
  const [heldOn, minutes, attendees] = [sessionDay(reader), sessionMinutes(reader), attendeeIds(reader, emails)];
  const [mode, note] = [modeCell(reader), noteCell(reader, "reflection")];
  const isKnownBy = heldOn && minutes && emails.length > 0;
  const identity = isKnownBy ? JSON.stringify(["peer_supervision", heldOn, minutes, emails]) : null;
  const sameAs = isKnownBy ? samenessOf({ kind: "peer_supervision", heldOn, minutes, attendeeIds: emails }) : null;
  const content: PeerSupervisionContent | null = heldOn && minutes && attendees.length > 0
    ? { kind: "peer_supervision", heldOn, startsAt: null, minutes, mode, note, attendeeIds: attendees }
    : null;
  if (content) reasons.push({ code: "waits_for_attendee" });
  return { row: row.row, reasons, label: null, identity, sameAs, content };
}
