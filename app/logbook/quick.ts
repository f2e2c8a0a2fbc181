import type { SupervisionFormat } from "#app/pathway/model.ts";

import { type DAY_CHOICES, NEW_CLIENT, type REVIEW_DAY_CHOICES } from "./choices.ts";
import type { Client, Mode } from "./model.ts";
import type { SupervisionFields } from "./session-forms.ts";

/** So many clients stand in the short form: the others are in the whole one. */
const QUICK_CLIENTS = 3;

/** What the short form of a cycle on the first page begins with. */
export interface QuickCycle {
  readonly requestId: string;
  /** The clients whose work is the latest, the one who is chosen first. */
  readonly clients: readonly { readonly id: string; readonly code: string }[];
  readonly client: string;
  readonly filmedOnChoice: (typeof DAY_CHOICES)[number];
  readonly reviewedOnChoice: (typeof REVIEW_DAY_CHOICES)[number];
}

/** The short form for the clients of a log, the latest first: filmed today, with whom one worked last, the shared review still to come. */
export function quickCycle(requestId: string, clients: readonly Pick<Client, "id" | "code" | "closedOn">[]): QuickCycle {
  const open = clients.filter(({ closedOn }) => closedOn === null).slice(0, QUICK_CLIENTS).map(({ id, code }) => ({ id, code }));
  return { requestId, clients: open, client: open[0]?.id ?? NEW_CLIENT, filmedOnChoice: "today", reviewedOnChoice: "not_yet" };
}

/** A session as far as the next one is likely to be like it. */
export interface LastSupervision {
  readonly supervisorId: string;
  readonly minutes: number;
  readonly mode: Mode | null;
  readonly format: SupervisionFormat;
}

/** The empty form of a supervision session: today, with one's own supervisor; or as the last one was. */
export function newSupervisionDefaults(ownSupervisorId: string | null, last: LastSupervision | undefined): Partial<SupervisionFields> {
  const supervisorId = last?.supervisorId ?? ownSupervisorId;
  return {
    heldOnChoice: "today", format: last?.format ?? "individual", ...(supervisorId === null ? {} : { supervisorId }),
    ...(last === undefined ? {} : { minutes: String(last.minutes), ...(last.mode === null ? {} : { mode: last.mode }) }),
  };
}
