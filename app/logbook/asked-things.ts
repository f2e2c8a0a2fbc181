import { isDay } from "#app/platform/clock.ts";
import { formatDay, formatMinutes, listAnd } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import { GOAL_FIELDS, GOAL_PLACES } from "./case-model.ts";
import type { AskedThing, FormValues } from "./clash.ts";
import type { OwnEntry } from "./content.ts";
import type { DiscussedCycle } from "./model.ts";

const { labels, modes, formats, trainings, nextSteps, ageBands, supervision } = words.logbook;
const { labels: caseLabels, relations, settings, yesNo, closeReasons, copies, originals } = words.cases;
const { empty } = words.history;

/** Whom and what the forms of a trainee name by ids. */
export interface Named {
  readonly clients: readonly { readonly id: string; readonly code: string }[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly cycles: readonly DiscussedCycle[];
}

type Say = (value: string) => string;

function textsIn(values: FormValues, name: string): string[] {
  const value = values[name];
  if (Array.isArray(value)) return value.map(String);
  return typeof value === "string" && value !== "" ? [value] : [];
}

function thing(name: string, label: string, say: Say = (value) => value): AskedThing {
  return { name, label, names: [name], say: (values) => (textsIn(values, name).length === 0 ? empty : listAnd(textsIn(values, name).map(say))) };
}

function partsOfDay(name: string): readonly [string, string, string] {
  return [`${name}Year`, `${name}Month`, `${name}Day`];
}

/** A day: pressed or typed, it is said by the day that it stands for. */
function dayThing(name: string, label: string, none: string = empty): AskedThing {
  return {
    name, label, names: [`${name}Choice`, ...partsOfDay(name)],
    say: (values) => {
      const day = partsOfDay(name).map((part) => textsIn(values, part)[0] ?? "").map((text) => text.padStart(2, "0")).join("-");
      return isDay(day) ? formatDay(day) : none;
    },
  };
}

function oneOf(texts: Readonly<Record<string, string>>): Say {
  return (value) => new Map(Object.entries(texts)).get(value) ?? value;
}

const minutes: Say = (value) => (/^\d+$/.test(value) ? formatMinutes(Number(value)) : value);

function cycleThings({ clients }: Named): AskedThing[] {
  return [
    thing("client", labels.client, (id) => clients.find((c) => c.id === id)?.code ?? id),
    dayThing("filmedOn", labels.filmedOn), dayThing("reviewedOn", labels.reviewedOn, words.common.form.notYet),
    thing("filmMinutes", labels.filmMinutes, minutes), thing("mode", labels.mode, oneOf(modes)), thing("filmedRoles", labels.filmedRoles, oneOf(words.consent.roles)),
    thing("clipsChosen", labels.clipsChosen), thing("reviewMinutes", labels.reviewMinutes, minutes), thing("reviewFilmed", labels.reviewFilmed, oneOf(yesNo)),
    thing("goalRating", labels.goalRating), thing("goal2Rating", labels.goalNRating(2)), thing("goal3Rating", labels.goalNRating(3)),
    thing("attunedMoments", labels.attunedMoments), thing("note", labels.cycleNote), thing("nextStep", labels.nextStep, oneOf(nextSteps)), thing("reflection", labels.reflection),
  ];
}

function sessionThings(kind: "supervision" | "peer_supervision", { people, cycles }: Named): AskedThing[] {
  const name: Say = (id) => people.find((p) => p.id === id)?.name ?? id;
  const cycle: Say = (id) => cycles.filter((c) => c.cycleId === id).map((c) => supervision.discussed(c.clientCode, c.filmedOn))[0] ?? id;
  const common = [thing("minutes", labels.minutes, minutes), thing("mode", labels.mode, oneOf(modes)), thing("startsAt", labels.startsAt)];
  if (kind === "peer_supervision") return [dayThing("heldOn", labels.heldOn), thing("attendeeIds", labels.attendeeIds, name), ...common, thing("note", labels.peerNote)];
  return [
    dayThing("heldOn", labels.heldOn), thing("supervisorId", labels.supervisorId, name), ...common, thing("format", labels.format, oneOf(formats)),
    thing("note", labels.supervisionNote), thing("discussedIds", labels.discussedIds, cycle),
  ];
}

/** What the form of an entry of that kind asks for, in its order. */
export function entryThings(kind: OwnEntry["kind"], named: Named): AskedThing[] {
  switch (kind) {
    case "cycle": return cycleThings(named);
    case "supervision": case "peer_supervision": return sessionThings(kind, named);
    case "training": return [
      thing("training", labels.training, oneOf(trainings)), dayThing("heldOn", labels.heldOn), thing("halfDays", labels.halfDays), thing("note", labels.note),
    ];
  }
}

/** What the form of a client's case asks for, in its order. */
export function caseThings(): AskedThing[] {
  return [
    thing("ageBand", labels.ageBand, oneOf(ageBands)), dayThing("openedOn", caseLabels.openedOn), thing("relation", caseLabels.relation, oneOf(relations)),
    thing("setting", caseLabels.setting, oneOf(settings)), thing("helpingQuestion", caseLabels.helpingQuestion),
    ...GOAL_PLACES.flatMap((place) => [thing(GOAL_FIELDS[place].text, caseLabels.goal(place)), thing(GOAL_FIELDS[place].atStart, caseLabels.goalAtStart(place))]),
    thing("measuredInDcs", caseLabels.measuredInDcs, () => yesNo.yes), thing("nextSteps", caseLabels.nextSteps),
  ];
}

/** What the form that closes a case asks for, in its order. Of a case that is open only the next steps stand already. */
export function closingThings({ isClosed }: { readonly isClosed: boolean }): AskedThing[] {
  const closing = [
    dayThing("closedOn", caseLabels.closedOn), thing("closedBecause", caseLabels.closedBecause, oneOf(closeReasons)),
    thing("copies", caseLabels.copies, oneOf(copies)), thing("originals", caseLabels.originals, oneOf(originals)),
  ];
  return [...(isClosed ? closing : []), thing("nextSteps", caseLabels.nextSteps)];
}
