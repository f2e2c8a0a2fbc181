import type { Enrolment } from "#app/pathway/queries.server.ts";
import { type Actor, hasRole } from "#app/people/model.ts";
import { listFellowTrainees, listProgrammeSupervisors, listSupervisorsOf } from "#app/people/queries.server.ts";
import { requireActor } from "#app/people/request.server.ts";
import type { AppContext } from "#app/platform/context.ts";
import { forbidden, notFound } from "#app/platform/http/responses.ts";
import { isId } from "#app/platform/ids.ts";
import type { Reader } from "#db/database.server.ts";

import type { Choice, SupervisorChoice } from "./choices.ts";
import { textsOfCase } from "./case-forms.ts";
import type { CycleFormContext } from "./cycle-form.ts";
import type { FormContext } from "./form-parts.ts";
import { listNamesMet, namesIn } from "./known-names.server.ts";
import type { Client, Cycle, Entry } from "./model.ts";
import { findOwnEnrolment } from "./own-record.server.ts";
import { findClient, findEntry, listLoggedFilms, mapFormerPeers } from "./queries.server.ts";
import { findOwnReflection } from "./reflections.server.ts";

/** The trainee who asks for their own log, the programme it belongs to, and their first day on a pathway. */
export interface OwnLog extends Pick<Enrolment, "programmeId" | "startedOn"> {
  readonly actor: Actor;
}

/** Throws 403 for everybody but a trainee who may write a log today. */
export async function requireOwnLog(request: Request, context: AppContext): Promise<OwnLog> {
  const actor = await requireActor(request, context);
  const enrolment = await findOwnEnrolment(context.database.reader, actor);
  if (!enrolment) throw forbidden();
  return { actor, programmeId: enrolment.programmeId, startedOn: enrolment.startedOn };
}

/** An entry that the actor can see, and whether it is theirs to change. Throws 404 for any other. */
export async function requireEntry(request: Request, entryId: string | undefined, context: AppContext): Promise<{ actor: Actor; entry: Entry; isOwn: boolean }> {
  const actor = await requireActor(request, context);
  const entry = entryId && isId(entryId) ? await findEntry(context.database.reader, actor, entryId) : undefined;
  if (!entry) throw notFound();
  return { actor, entry, isOwn: entry.traineeId === actor.personId && hasRole(actor, "trainee") };
}

/** A client of the trainee who asks. Throws 404 for any other. */
export async function requireClient(request: Request, clientId: string | undefined, context: AppContext): Promise<OwnLog & { client: Client }> {
  const log = await requireOwnLog(request, context);
  const client = clientId && isId(clientId) ? await findClient(context.database.reader, log.actor.personId, clientId) : undefined;
  if (!client) throw notFound();
  return { ...log, client };
}

/** Who can be chosen in the trainee's forms: their own supervisors and former peers first, then the others of the programme. */
export async function listChoices(db: Reader, { actor, programmeId, startedOn }: OwnLog): Promise<{ supervisors: SupervisorChoice[]; fellows: Choice[]; ownSupervisorId: string | null }> {
  const own = await listSupervisorsOf(db, actor.personId, actor.today);
  const ownIds = new Set(own.map((s) => s.id));
  const others = (await listProgrammeSupervisors(db, programmeId, actor.today)).filter((s) => !ownIds.has(s.id) && s.id !== actor.personId);
  const [times, fellows] = [await mapFormerPeers(db, actor.personId), await listFellowTrainees(db, { traineeId: actor.personId, programmeId, startedOn }, actor.today)];
  const named = ({ id, name }: Choice): Choice => ({ id, name });
  return {
    supervisors: [...own, ...others].map(({ id, name, isExternal }) => ({ id, name, isExternal })),
    fellows: fellows.sort((a, b) => (times.get(b.id) ?? 0) - (times.get(a.id) ?? 0)).map(named),
    ownSupervisorId: own[0]?.id ?? null,
  };
}

/** What the schemas of the trainee's forms are told; with the entry that is changed or voided, whose own text and people may stand. */
export async function formContextOf(db: Reader, { actor, programmeId }: OwnLog, entry?: Entry): Promise<FormContext> {
  const { personId: traineeId, name, today } = actor;
  const met = await listNamesMet(db, { traineeId, programmeId, today });
  return { today, acceptedText: entry?.note ?? null, knownNames: [...met, name, ...(entry ? namesIn(entry) : [])] };
}

/** The same for a form about one of their clients, whose own texts may stand. */
export async function clientFormContextOf(db: Reader, log: OwnLog, client: Client): Promise<FormContext> {
  return { ...await formContextOf(db, log), acceptedTexts: textsOfCase(client) };
}

/** The same for the form of a cycle: with the films that are logged, and the cycle that is changed. */
export async function cycleFormContextOf(db: Reader, log: OwnLog, cycle?: Cycle): Promise<CycleFormContext> {
  const { personId: traineeId } = log.actor;
  const reflection = cycle && await findOwnReflection(db, traineeId, cycle.id);
  return {
    ...await formContextOf(db, log, cycle), films: await listLoggedFilms(db, traineeId, cycle?.id), before: cycle ?? null,
    acceptedTexts: cycle ? [cycle.note, cycle.attunedMoments, reflection] : [],
  };
}
