import { csvText } from "#app/logbook/import/template.ts";
import type { Entry } from "#app/logbook/model.ts";
import { sortEntries, standingOf } from "#app/progress/entry-lines.ts";
import { words } from "#app/words/words.ts";

import type { ArchiveFacts } from "./archive-facts.ts";

const { columns: c, files, yes, no } = words.record.csv;
const { modes, formats, trainings, nextSteps, ageBands, confirmations } = words.logbook;

/** A file of the archive. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

type Cell = string | number | null;

function fileOf(kind: keyof typeof files, columns: readonly string[], rows: readonly (readonly Cell[])[]): TextFile {
  return { name: `${files[kind]}.csv`, text: csvText([columns, ...rows.map((row) => row.map((cell) => (cell === null ? "" : String(cell))))]) };
}

function named<K extends string>(texts: Readonly<Record<K, string>>, key: K | null): string | null {
  return key === null ? null : texts[key];
}

/** Whether it counts, in words, and whether it was voided: the last columns of every kind of entry. */
type Ends = (entry: Entry) => readonly Cell[];

const ENDS = [c.counts, c.voided];

function cyclesFile({ entries }: ArchiveFacts, ends: Ends): TextFile {
  return fileOf("cycles", [c.code, c.film, c.filmMinutes, c.how, c.clips, c.review, c.reviewMinutes, c.rating, c.next, c.moments, c.note, ...ENDS], entries.flatMap((e) => (e.kind === "cycle" ? [[
    e.clientCode, e.filmedOn, e.filmMinutes, named(modes, e.mode), e.clipsChosen, e.reviewedOn, e.reviewMinutes, e.goalRating, named(nextSteps, e.nextStep), e.attunedMoments, e.note, ...ends(e),
  ]] : [])));
}

function sessionFiles({ entries }: ArchiveFacts, ends: Ends): TextFile[] {
  return [
    fileOf("supervision", [c.day, c.minutes, c.supervisor, c.kind, c.how, c.word, c.note, ...ENDS], entries.flatMap((e) => (e.kind === "supervision" ? [[
      e.heldOn, e.minutes, e.supervisorName, formats[e.format], named(modes, e.mode), confirmations[e.confirmation], e.note, ...ends(e),
    ]] : []))),
    fileOf("peer_supervision", [c.day, c.minutes, c.others, c.how, c.word, c.note, ...ENDS], entries.flatMap((e) => (e.kind === "peer_supervision" ? [[
      e.heldOn, e.minutes, e.attendees.map((a) => a.name).join("; "), named(modes, e.mode), confirmations[e.confirmation], e.note, ...ends(e),
    ]] : []))),
    fileOf("training", [c.day, c.training, c.halfDays, c.word, c.note, ...ENDS], entries.flatMap((e) => (e.kind === "training" ? [[
      e.heldOn, trainings[e.training], e.halfDays, confirmations[e.confirmation], e.note, ...ends(e),
    ]] : []))),
    fileOf("recognised", [c.day, c.requirement, c.amount, c.note, ...ENDS], entries.flatMap((e) => (e.kind === "recognised" ? [[e.recognisedOn, e.requirement, e.amount, e.note, ...ends(e)]] : []))),
  ];
}

function otherFiles({ clients, reflections, submissions, requests, names, entries }: ArchiveFacts): TextFile[] {
  const codes = new Map(entries.flatMap((e) => (e.kind === "cycle" ? [[e.id, `${e.clientCode} ${e.filmedOn}`] as const] : [])));
  const { states, ways } = words.review;
  return [
    fileOf("clients", [c.code, c.age, c.opened, c.closed, c.question], clients.map((client) => [client.code, named(ageBands, client.ageBand), client.openedOn, client.closedOn, client.helpingQuestion])),
    fileOf("reflections", [c.day, c.text, c.about, c.voided], reflections.map((r) => [r.writtenOn, r.text, codes.get(r.entryId ?? "") ?? null, r.voided ? yes : no])),
    fileOf("submissions", [c.about, c.attempt, c.way, c.sent, c.state, c.intention], submissions.map((s) => [codes.get(s.entryId) ?? null, s.attempt, ways[s.way], s.sentAt, states[s.state], s.intention])),
    fileOf("decisions", [c.stage, c.day, c.outcome, c.by, c.statement, c.hash], requests.flatMap((request) => request.signatures.map((s) => [
      request.stage, s.on, words.accreditation.states[s.outcome], names.get(s.by) ?? "", s.statement, s.evidenceHash,
    ]))),
  ];
}

/** A table for each kind, in the versions in force; nothing in them is run by a spreadsheet. */
export function csvFiles(facts: ArchiveFacts): TextFile[] {
  const sorted = sortEntries(facts.count);
  const ends: Ends = (entry) => [standingOf(entry, sorted).text, entry.voided ? yes : no];
  return [cyclesFile(facts, ends), ...sessionFiles(facts, ends), ...otherFiles(facts)];
}
