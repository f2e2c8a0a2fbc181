import type { ImportContext } from "./context.ts";
import type { Draft } from "./draft.ts";
import { labelKey } from "./draft-cycle.ts";
import type { KnownRows } from "./known-rows.ts";
import type { Answers, Question } from "./questions.ts";

/** Whose cycle a draft is: a client of the trainee's, or a new one (null); and the question that decides it, open or answered. */
export interface Owner {
  readonly clientId: string | null;
  readonly questionId: string | null;
  readonly isOpen: boolean;
}

const NEW: Owner = { clientId: null, questionId: null, isOpen: false };

/**
 * Whose client each label is. A portal code, or a label whose other rows were imported before, says so itself; any other
 * is new where the trainee has no client yet, and is asked about where they have (docs/field.md, "Import").
 */
export class ClientLabels {
  readonly questions: readonly Omit<Question, "rows">[];
  private readonly owners = new Map<string, Owner>();

  constructor(drafts: readonly Draft[], known: KnownRows, context: ImportContext, answers: Answers) {
    const questions: Omit<Question, "rows">[] = [];
    let number = 0;
    for (const draft of drafts) {
      if (draft.label === null || draft.label === "") continue;
      const key = labelKey(draft.label);
      if (this.owners.has(key)) continue;
      const id = `client-${String(number)}`;
      number += 1;
      const clientId = known.clientIdOf(draft);
      if (clientId !== null || context.clients.length === 0) this.owners.set(key, { ...NEW, clientId });
      else {
        const answer = answers[id] ?? null;
        const chosen = context.clients.find((client) => client.id === answer?.choice);
        this.owners.set(key, { clientId: chosen?.id ?? null, questionId: id, isOpen: chosen === undefined && answer?.choice !== "new" });
        questions.push({ id, asked: { kind: "client", label: draft.label }, isNeeded: true, answer });
      }
    }
    this.questions = questions;
  }

  ownerOf({ label }: Draft): Owner {
    return (label === null ? undefined : this.owners.get(labelKey(label))) ?? NEW;
  }
}
