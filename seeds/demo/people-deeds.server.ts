import { storePassword } from "#app/people/passwords.server.ts";
import type { RoleGrant } from "#app/people/model.ts";
import { insertAccreditation, insertAssignment, insertGrant, insertPerson } from "#app/people/writes.server.ts";
import { createCohort, createProgramme, joinCohort } from "#app/programme/writes.server.ts";
import { endEnrolment, enrol, recordPause } from "#app/pathway/writes.server.ts";
import type { Day } from "#app/platform/clock.ts";
import { BOARDS } from "#seeds/reference/boards.ts";
import { AVIGUK_PRESET, NES_PRESET } from "#seeds/reference/pathways.ts";

import { type Calendar, momentOn, seasonOf } from "./calendar.ts";
import type { Deed, Scene } from "./deeds.ts";
import { COHORTS_STARTED_AGO, PROGRAMME_NAME, PROGRAMME_STARTED_AGO, type StaffPlan } from "./people.ts";
import type { PersonPlan, TraineePlan } from "./plan.ts";

const ADMINISTRATOR = "stuart";
const LEAD = "catriona";
const PROGRAMME = "the programme";

const PATHWAY_VERSION_IDS: Readonly<Record<TraineePlan["pathway"], string>> = { nes: NES_PRESET.version.id, aviguk: AVIGUK_PRESET.version.id };

function boardCode(name: string): string {
  const board = BOARDS.find((b) => b.name === name);
  if (!board) throw new Error(`${name} is no board`);
  return board.code;
}

const cohortName = (cohort: number): string => `cohort ${String(cohort)}`;

/** The programme and its cohorts. */
export function programmeDeeds(calendar: Calendar): Deed[] {
  const opened: Deed = {
    at: momentOn(calendar.dayAgo(PROGRAMME_STARTED_AGO), "arranged"), by: null, act: "programme.created",
    write: async (scene, at) => {
      scene.remember(PROGRAMME, await createProgramme(scene.trx, { name: PROGRAMME_NAME }, at));
      for (const [cohort, ago] of COHORTS_STARTED_AGO.entries()) {
        const startsOn = calendar.dayAgo(ago);
        scene.remember(cohortName(cohort), await createCohort(scene.trx, { programmeId: scene.idOf(PROGRAMME), name: seasonOf(startsOn), startsOn }));
      }
      return { programme: scene.idOf(PROGRAMME) };
    },
  };
  return [opened];
}

type Held = Pick<RoleGrant, "role" | "isIndependentReviewer" | "startsOn">;

function arrival(person: PersonPlan, held: Held, by: string | null, at: Date): Deed {
  return {
    at, by, act: "person.created",
    write: async (scene) => {
      const id = await insertPerson(scene.trx, { name: person.name, email: person.email, isExternal: person.email === null }, at);
      scene.remember(person.key, id);
      if (person.email !== null) await storePassword(scene.trx, id, scene.passwordHash, at);
      const recording = { by: by === null ? null : scene.idOf(by), now: at };
      const grant = await insertGrant(scene.trx, { ...held, personId: id, programmeId: scene.idOf(PROGRAMME), endsOn: null }, recording);
      return { person: id, grant, programme: scene.idOf(PROGRAMME) };
    },
  };
}

/** Somebody of the staff: who they are, what they may do, and for when they were accredited. */
export function staffDeeds(staff: StaffPlan, calendar: Calendar): Deed[] {
  const joinedOn = calendar.dayAgo(staff.joinedAgo ?? PROGRAMME_STARTED_AGO);
  const [at, by] = [momentOn(joinedOn, "arranged"), staff.key === ADMINISTRATOR ? null : ADMINISTRATOR];
  const standings = (staff.standings ?? []).map((standing): Deed => {
    const from = earlier(calendar.dayAgo(standing.fromAgo), standing.fromBy);
    return {
      at: momentOn(from > joinedOn ? from : joinedOn, "arranged"), by: ADMINISTRATOR, act: "accreditation.recorded",
      write: async (scene, now) => {
        const to = standing.toAgo === undefined ? null : calendar.dayAgo(standing.toAgo);
        const personId = scene.idOf(staff.key);
        const id = await insertAccreditation(scene.trx, { personId, standing: standing.standing, from, to }, { by: scene.idOf(ADMINISTRATOR), now });
        return { person: personId, accreditation: id };
      },
    };
  });
  return [arrival(staff, { role: staff.role, isIndependentReviewer: staff.isIndependentReviewer ?? false, startsOn: joinedOn }, by, at), ...standings];
}

function earlier(day: Day, by: Day | undefined): Day {
  return by !== undefined && by < day ? by : day;
}

function assignments(plan: TraineePlan, startedOn: Day, calendar: Calendar): Deed[] {
  return plan.supervisors.map(({ key, fromAgo, toAgo }): Deed => ({
    at: momentOn(calendar.dayAgo(fromAgo), "arranged"), by: ADMINISTRATOR, act: "assignment.recorded",
    write: async (scene, now) => {
      const period = { startsOn: fromAgo >= plan.startedAgo ? startedOn : calendar.dayAgo(fromAgo), endsOn: toAgo === undefined ? null : calendar.dayAgo(toAgo) };
      const people = { traineeId: scene.idOf(plan.key), supervisorId: scene.idOf(key) };
      const id = await insertAssignment(scene.trx, { ...people, ...period }, { by: scene.idOf(ADMINISTRATOR), now });
      return { assignment: id, trainee: people.traineeId, supervisor: people.supervisorId };
    },
  }));
}

function joining(plan: TraineePlan, startedOn: Day, at: Date): Deed[] {
  const about = (scene: Scene) => ({ trainee: scene.idOf(plan.key) });
  return [
    {
      at, by: ADMINISTRATOR, act: "cohort.joined",
      write: async (scene) => {
        const membership = { traineeId: scene.idOf(plan.key), cohortId: scene.idOf(cohortName(plan.cohort)), boardCode: boardCode(plan.board), sector: plan.sector };
        await joinCohort(scene.trx, membership, scene.idOf(ADMINISTRATOR), at);
        return { ...about(scene), cohort: membership.cohortId };
      },
    },
    {
      at, by: LEAD, act: "enrolment.recorded", recounts: plan.key,
      write: async (scene) => {
        const place = { traineeId: scene.idOf(plan.key), programmeId: scene.idOf(PROGRAMME), pathwayVersionId: PATHWAY_VERSION_IDS[plan.pathway], startedOn };
        scene.remember(`enrolment of ${plan.key}`, await enrol(scene.trx, place, scene.idOf(LEAD), at));
        return about(scene);
      },
    },
  ];
}

function ending(plan: TraineePlan, calendar: Calendar): Deed[] {
  const { ended } = plan;
  if (!ended) return [];
  const endedOn = calendar.dayAgo(ended.ago);
  return [{
    at: momentOn(endedOn, "decided"), by: LEAD, act: "enrolment.ended", recounts: plan.key,
    write: async (scene, at) => {
      await endEnrolment(scene.trx, scene.idOf(`enrolment of ${plan.key}`), { endedOn, outcome: "withdrawn", reason: ended.reason }, scene.idOf(LEAD), at);
      return { trainee: scene.idOf(plan.key) };
    },
  }];
}

function pausing(plan: TraineePlan, calendar: Calendar): Deed[] {
  const { pause } = plan;
  if (!pause) return [];
  return [{
    at: momentOn(calendar.dayAgo(pause.plannedAgo), "arranged"), by: LEAD, act: "pause.recorded",
    write: async (scene, at) => {
      const dates = { startsOn: calendar.dayAgo(pause.fromAgo), endsOn: calendar.dayAgo(pause.toAgo) };
      const id = await recordPause(scene.trx, { traineeId: scene.idOf(plan.key), ...dates }, scene.idOf(LEAD), at);
      return { trainee: scene.idOf(plan.key), pause: id };
    },
  }];
}

/** A trainee's way through the programme, without the log. */
export function traineeDeeds(plan: TraineePlan, calendar: Calendar): Deed[] {
  const startedOn = earlier(calendar.dayAgo(plan.startedAgo), plan.startedBy);
  const at = momentOn(calendar.dayAgo(plan.startedAgo), "arranged");
  return [
    arrival(plan, { role: "trainee", isIndependentReviewer: false, startsOn: startedOn }, ADMINISTRATOR, at),
    ...joining(plan, startedOn, at), ...assignments(plan, startedOn, calendar),
    ...pausing(plan, calendar), ...ending(plan, calendar),
  ];
}
