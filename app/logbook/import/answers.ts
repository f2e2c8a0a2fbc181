import { MAX_NOTE_CHARACTERS } from "#app/logbook/model.ts";
import type { Day } from "#app/platform/clock.ts";
import { isStorable } from "#app/platform/http/form-fields.ts";
import { words } from "#app/words/words.ts";

import type { ImportFacts } from "./context.ts";
import { type Answer, type Answers, type Asked, choicesOf, type Question, suggestedFor } from "./questions.ts";
import { readDay } from "./read-day.ts";
import { readLength } from "./read-length.ts";
import { sayAnswer } from "./say-question.ts";

/** What a form sends as answer to a question: what was chosen, if anything, and what was typed beside it. */
export interface Sent {
  readonly choice: string | null;
  readonly text: string;
  /** What the page that it was sent from showed as the answer; null where it showed none. */
  readonly shown: Answer | null;
}

/** Answers that were taken, and what is wrong with each of the others, by the id of the question. */
export interface ReadAnswers {
  readonly answers: Answers;
  readonly wrong: Readonly<Record<string, string>>;
  /** True where something is wrong only because another tab answered it otherwise. */
  readonly isElsewhere: boolean;
}

/** What answers are held against. */
export interface Answering extends Pick<ImportFacts, "supervisors" | "fellowTrainees" | "clients" | "today"> {
  /** True where a note that was worded anew can stand. */
  readonly isWordedWell: (text: string) => boolean;
}

const { wrong: say } = words.imports;

function idsFor(asked: Asked, { supervisors, fellowTrainees, clients }: Answering): readonly string[] {
  switch (asked.kind) {
    case "supervisor": return supervisors.map((p) => p.id);
    case "attendee": return fellowTrainees.map((p) => p.id);
    case "client": return clients.map((c) => c.id);
    default: return [];
  }
}

function isDayThatHasBeen(text: string, today: Day): boolean {
  const reading = readDay(text, { order: "day_first", near: null });
  return reading.kind === "day" && reading.day <= today;
}

function isReworded(text: string, { isWordedWell }: Answering): boolean {
  return text !== "" && text.length <= MAX_NOTE_CHARACTERS && isStorable(text) && isWordedWell(text);
}

function wrongText(asked: Asked, choice: string, text: string, answering: Answering): string | null {
  if (asked.kind === "note") return choice !== "reword" || isReworded(text, answering) ? null : say.note(words.imports.fields[asked.field]);
  if (choice !== "other") return null;
  if (asked.kind === "day") return isDayThatHasBeen(text, answering.today) ? null : say.day;
  return readLength(text, "minutes").kind === "minutes" ? null : say.length;
}

/** The answer that was sent to a question, or what is wrong with it; null where nothing was chosen. */
function readAnswer({ asked }: Question, { choice, text }: Sent, answering: Answering): Answer | { readonly wrong: string } | null {
  if (choice === null || choice === "") return null;
  if (![...choicesOf(asked), ...idsFor(asked, answering)].includes(choice)) return { wrong: say.choose };
  const typed = text.replace(/\r\n?/g, "\n").trim();
  const wrong = wrongText(asked, choice, typed, answering);
  if (wrong !== null) return { wrong };
  return choice === "other" || choice === "reword" ? { choice, text: typed } : { choice };
}

const isSame = (a: Answer | null, b: Answer | null): boolean => a?.choice === b?.choice && (a?.text ?? "") === (b?.text ?? "");

/** What a page chooses for a question before anybody touched it: the answer, else what is suggested. */
function chosenFor({ asked }: Question, answer: Answer | null): Answer | null {
  if (answer !== null) return answer;
  const suggested = suggestedFor(asked);
  return suggested === null ? null : { choice: suggested };
}

/**
 * What becomes of an answer to a question that was answered since its page was opened, in another tab: what nobody touched
 * there gives way (null), and of two answers that differ the one that stands is never overwritten unseen.
 */
function meanwhile(question: Question, read: Answer, { shown }: Sent, answering: Answering): { readonly wrong: string } | null {
  const { answer } = question;
  if (answer === null || isSame(read, answer) || isSame(read, chosenFor(question, shown))) return null;
  return { wrong: say.elsewhere(sayAnswer(question, answer, answering)) };
}

/**
 * Reads what a form sends for the questions that it showed. A question that nothing was chosen for keeps the answer it has,
 * and so does one that was answered otherwise in another tab meanwhile.
 */
export function readAnswers(questions: readonly Question[], sent: (id: string) => Sent | null, answering: Answering): ReadAnswers {
  const [answers, wrong]: [Record<string, Answer>, Record<string, string>] = [{}, {}];
  let [isElsewhere, isWrong] = [false, false];
  for (const question of questions) {
    const form = sent(question.id);
    const read = form && readAnswer(question, form, answering);
    if (form === null || read === null) continue;
    if ("wrong" in read) {
      wrong[question.id] = read.wrong;
      isWrong = true;
    } else if (isSame(chosenFor(question, question.answer), chosenFor(question, form.shown))) answers[question.id] = read;
    else {
      const clash = meanwhile(question, read, form, answering);
      if (clash) wrong[question.id] = clash.wrong;
      isElsewhere ||= clash !== null;
    }
  }
  return { answers, wrong, isElsewhere: isElsewhere && !isWrong };
}
