import type { Day } from "#app/platform/clock.ts";
import { byName } from "#app/platform/order.ts";
import { words } from "#app/words/words.ts";

import type { TraineeFacts } from "./model.ts";

const said = words.outcomes.attendance;
/** More names than these are no sentence: then it says how many. */
const MOST_NAMED = 5;
const OUTCOMES = ["recorded", "confirmed", "stood"] as const;

type Counts = Readonly<Record<(typeof OUTCOMES)[number], number>>;
type Trainee = Pick<TraineeFacts, "traineeId" | "name" | "endedOn">;

/** What an address carries of what was recorded: how many, and for whom it is locked, or for how many where they are many. */
export function recordedInAddress({ lockedFor = [], ...many }: Counts & { readonly lockedFor?: readonly string[] }): Counts & { readonly locked?: string } {
  if (lockedFor.length === 0) return many;
  return { ...many, locked: lockedFor.length > MOST_NAMED ? String(lockedFor.length) : lockedFor.join(",") };
}

function lockedText(locked: string | null, trainees: readonly Trainee[]): string[] {
  if (locked === null || locked === "") return [];
  if (/^\d{1,3}$/.test(locked)) return [said.someLocked(Number(locked))];
  const names = trainees.filter((t) => locked.split(",").includes(t.traineeId)).map((t) => t.name).sort(byName);
  return names.length === 0 ? [] : [said.locked(names)];
}

/** What the address says was recorded, in words; null where it says nothing. */
export function recordedText({ searchParams }: URL, trainees: readonly Trainee[]): string | null {
  const [recorded = 0, confirmed = 0, stood = 0] = OUTCOMES.map((name) => (/^\d{1,4}$/.test(searchParams.get(name) ?? "") ? Number(searchParams.get(name)) : 0));
  if (recorded + confirmed + stood === 0) return null;
  return [said.done({ recorded, confirmed, stood }), ...lockedText(searchParams.get("locked"), trainees)].join(" ");
}

/** Why attendance cannot be recorded for all who are ticked: who of the programme left before that day, by name, else that somebody is not of it any more. */
export function goneText(trainees: readonly Trainee[], traineeIds: readonly string[], heldOn: Day): string {
  const left = trainees.filter((t) => traineeIds.includes(t.traineeId)).flatMap(({ name, endedOn }) => (endedOn !== null && endedOn < heldOn ? [{ name, endedOn }] : []));
  if (left.length === 0) return said.gone.elsewhere;
  return said.gone.leftBefore(left.sort((a, b) => byName(a.name, b.name)).map(({ name, endedOn }) => said.gone.left(name, endedOn)));
}
