import type { Choice } from "#app/logbook/choices.ts";
import { formatDay } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import type { KnownClient } from "./context.ts";
import { type Answer, type Asked, choicesOf, type Question, suggestedFor } from "./questions.ts";
import { shownText } from "./table.ts";

const { questions: say, answers, fields } = words.imports;

/** One answer that is offered. */
export interface Offer {
  readonly value: string;
  readonly label: string;
}

/** A question as the page shows it. */
export interface ShownQuestion {
  readonly id: string;
  readonly legend: string;
  /** The rows that it is about, where the legend does not say. */
  readonly hint: string | null;
  readonly look: "radio" | "select";
  readonly offers: readonly Offer[];
  /** What the text beside it is called, where some answer wants one. */
  readonly textLabel: string | null;
  readonly textIsLong: boolean;
  readonly isNeeded: boolean;
  readonly answer: Answer | null;
  /** What is chosen before anybody answered. */
  readonly suggested: string | null;
}

/** Who and what can be chosen besides the answers that a question brings along. */
export interface Choosing {
  readonly supervisors: readonly Choice[];
  readonly fellowTrainees: readonly Choice[];
  readonly clients: readonly KnownClient[];
}

function legendOf({ asked, rows: [row = 0] }: Question): string {
  switch (asked.kind) {
    case "day": return `${say.dayOf(row, fields[asked.field])}: ${say.day[asked.because](shownText(asked.text))}`;
    case "swapped": return say.swapped(row, asked.filmedOn, asked.reviewedOn);
    case "length": return `${say.dayOf(row, fields[asked.field])}: ${say.length[asked.because](shownText(asked.text))}`;
    case "order": return say.order(asked.samples.map((text) => shownText(text)));
    case "supervisor": {
      const spellings = asked.spellings.map((text) => shownText(text));
      const [first = "", second] = spellings;
      if (second !== undefined) return say.supervisor.several(spellings);
      return first === "" ? say.supervisor.none : say.supervisor.one(first);
    }
    case "attendee": return say.attendee(shownText(asked.spelling));
    case "client": return say.client(shownText(asked.label));
    case "above": return say.above(row, shownText(asked.label));
    case "format": return say.format(row);
    case "note": return say.note[asked.because](row, fields[asked.field]);
    case "training": return say.training[asked.training](row, asked.day);
  }
}

function labelOf(asked: Asked, choice: string): string {
  switch (choice) {
    case "out": return outOf(asked);
    case "other": return asked.kind === "length" ? answers.other.length : answers.other.day;
    case "yes": return asked.kind === "training" ? answers.yes.training : answers.yes.above;
    case "swap":
    case "apart":
    case "new":
    case "keep":
    case "reword":
    case "day_first":
    case "month_first":
    case "individual":
    case "group": return answers[choice];
    default: return asked.kind === "length" ? answers.minutes(Number(choice)) : formatDay(choice);
  }
}

function outOf(asked: Asked): string {
  if (asked.kind === "note") return answers.out.note(fields[asked.field]);
  return asked.kind === "order" || asked.kind === "client" ? "" : answers.out[asked.kind];
}

function peopleFor(asked: Asked, { supervisors, fellowTrainees, clients }: Choosing): Offer[] {
  switch (asked.kind) {
    case "supervisor": return supervisors.map(({ id, name }) => ({ value: id, label: name }));
    case "attendee": return fellowTrainees.map(({ id, name }) => ({ value: id, label: name }));
    case "client": return clients.map(({ id, code, cycles, lastDay }) => ({ value: id, label: answers.clientHint(code, cycles, lastDay) }));
    default: return [];
  }
}

function textLabelOf(asked: Asked): string | null {
  switch (asked.kind) {
    case "day": return answers.otherLabel.day;
    case "length": return answers.otherLabel.length;
    case "note": return answers.rewordLabel(fields[asked.field]);
    default: return null;
  }
}

/** An answer in words: as it was offered, or what was typed. */
export function sayAnswer({ asked }: Question, { choice, text }: Answer, choosing: Choosing): string {
  return text ?? peopleFor(asked, choosing).find((offer) => offer.value === choice)?.label ?? labelOf(asked, choice);
}

/** More than these are chosen from a list that opens. */
const MAX_RADIOS = 6;

/** The question in words, with everything that can be answered. */
export function showQuestion(question: Question, choosing: Choosing): ShownQuestion {
  const { id, asked, rows, isNeeded, answer } = question;
  const people = peopleFor(asked, choosing);
  const own = choicesOf(asked).map((choice) => ({ value: choice, label: labelOf(asked, choice) }));
  const offers = asked.kind === "client" ? [...own, ...people] : [...people, ...own];
  const isPersonal = asked.kind === "supervisor" || asked.kind === "attendee" || asked.kind === "client";
  return {
    id, offers, isNeeded, answer, legend: legendOf(question),
    hint: isPersonal || asked.kind === "order" ? say.rows(rows) : null,
    look: offers.length > MAX_RADIOS ? "select" : "radio",
    textLabel: textLabelOf(asked), textIsLong: asked.kind === "note",
    suggested: suggestedFor(asked),
  };
}
