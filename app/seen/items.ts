import type { SignOffRequest } from "#app/accreditation/model.ts";
import type { Entry } from "#app/logbook/model.ts";
import type { Reflection } from "#app/logbook/reflection-model.ts";
import { dayShown } from "#app/pathway/entry-day.ts";
import type { Submission } from "#app/review/model.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import type { SeenFilm, SeenItem, SeenRole } from "./model.ts";

const said = words.seen.items;

/** What of that trainee's there is for one viewer, however it was read. */
export interface Things {
  readonly personId: string;
  readonly traineeId: string;
  readonly entries: readonly Pick<Entry, "id">[] | null;
  readonly reflections: readonly Pick<Reflection, "id">[];
  readonly submissions: readonly Pick<Submission, "id">[];
  readonly films: readonly SeenFilm[];
  readonly receipts: readonly string[];
  readonly stages: number;
  readonly requests: readonly Pick<SignOffRequest, "id">[];
  readonly reach: readonly { readonly request: Pick<SignOffRequest, "id" | "stage">; readonly submissions: readonly string[]; readonly keys: readonly string[] }[];
  readonly waiting: readonly Entry[];
  readonly row: object | null;
  readonly managed: boolean;
  readonly setsTime: boolean;
}

const NONE = { details: [] } as const;

function ofRecord({ personId, traineeId, entries, stages }: Things): SeenItem[] {
  if (entries === null) return [];
  const skills = Array.from({ length: stages }, (_, i) => paths.skillsRecord(traineeId, i + 1));
  return [
    { kind: "record", text: said.record(entries.length), ...NONE, to: paths.seenOfMe(personId, "record"), addresses: [paths.trainee(traineeId), ...entries.map((e) => paths.entry(e.id))] },
    { kind: "skills", text: said.skills, ...NONE, to: paths.skillsRecord(traineeId, 1), addresses: skills },
  ];
}

function ofReviews({ submissions, films, receipts, requests, reach }: Things): (SeenItem | null)[] {
  return [
    submissions.length === 0 ? null : { kind: "submissions", text: said.submissions(submissions.length), ...NONE, to: paths.submissions(), addresses: submissions.map((s) => paths.submission(s.id)) },
    films.length === 0 ? null : { kind: "films", text: said.films(films.length), details: films.map((f) => ({ text: said.until(f.until), to: paths.submission(f.submissionId) })), to: null, addresses: films.map((f) => paths.film(f.clipId)) },
    receipts.length === 0 ? null : { kind: "receipts", text: said.receipts(receipts.length), details: receipts.map((id, i) => ({ text: said.receipt(i + 1), to: paths.clipReceipt(id) })), to: null, addresses: receipts.map((id) => paths.clipReceipt(id)) },
    requests.length === 0 ? null : { kind: "requests", text: said.requests(requests.length), ...NONE, to: paths.signOff(), addresses: requests.map((r) => paths.signOffRequest(r.id)) },
    ...reach.map(({ request: { id, stage }, submissions: reviewed, keys }): SeenItem => ({
      kind: "evidence", text: said.evidence(stage), ...NONE, to: paths.signOffRequest(id),
      addresses: [...keys.map((key) => paths.signOffEvidence(id, key)), ...reviewed.map((s) => paths.signOffSubmission(id, s)), paths.signOffSkills(id)],
    })),
  ];
}

function ofProgramme({ personId, traineeId, row, managed, setsTime }: Things): (SeenItem | null)[] {
  const time = setsTime ? [paths.workingTime(traineeId)] : [];
  const to = (part: "led" | "managed"): string => paths.seenOfMe(personId, part);
  return [
    row === null ? null : { kind: "led", text: said.led, ...NONE, to: to("led"), addresses: [paths.cohortTrainee(traineeId), ...time] },
    managed ? { kind: "managed", text: said.managed, ...NONE, to: to("managed"), addresses: [paths.person(traineeId), ...time] } : null,
  ];
}

/** What is there for that viewer, in words, with where each opens it. */
export function seenItems(things: Things): SeenItem[] {
  const { reflections, waiting } = things;
  const items: (SeenItem | null)[] = [
    ...ofRecord(things),
    reflections.length === 0 ? null : { kind: "reflections", text: said.reflections(reflections.length), ...NONE, to: null, addresses: reflections.map((r) => paths.reflection(r.id)) },
    ...ofReviews(things),
    waiting.length === 0 ? null : { kind: "waiting", text: said.waiting(waiting.length), details: waiting.map((e) => ({ text: said.session(dayShown(e)), to: paths.entry(e.id) })), to: null, addresses: waiting.map((e) => paths.questionWaiting(e.id)) },
    ...ofProgramme(things),
  ];
  return items.filter((item) => item !== null);
}

/** As what somebody sees it, read off what they see. */
export function seenRoles({ entries, reach, requests, row, managed, waiting }: Things, isFellow: boolean): SeenRole[] {
  const isReviewer = entries === null && (reach.length > 0 || requests.length > 0);
  const roles: [SeenRole, boolean][] = [
    ["supervisor", entries !== null], ["reviewer", isReviewer], ["fellow", isFellow], ["named", entries === null && !isFellow && row === null && waiting.length > 0],
    ["lead", row !== null], ["administrator", managed],
  ];
  return roles.flatMap(([role, holds]) => (holds ? [role] : []));
}
