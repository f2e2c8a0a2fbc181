import { normaliseClientCode } from "#app/logbook/codes.ts";

import type { ImportContext } from "./context.ts";
import type { Draft } from "./draft.ts";
import { labelKey } from "./draft-cycle.ts";

/** Which rows were imported before, and whose clients the labels are, as far as that can be known without any label stored. */
export interface KnownRows {
  readonly isKnown: (draft: Draft) => boolean;
  /** The trainee's client behind the row's label: by its portal code, or through a row of the same label imported before. */
  readonly clientIdOf: (draft: Draft) => string | null;
  /** Fingerprints for rows to be written now, each given once. */
  readonly nextFingerprint: (identity: string) => string;
}

/** Rows of different clients can be alike in all but the label: they are told apart by their number among their like. */
function fingerprintOf(context: ImportContext, identity: string, number: number): string {
  return context.fingerprint(JSON.stringify([identity, number]));
}

function listKnown(context: ImportContext, identity: string): (string | null)[] {
  const clients: (string | null)[] = [];
  for (let number = 1; ; number += 1) {
    const client = context.knownRows.get(fingerprintOf(context, identity, number));
    if (client === undefined) return clients;
    clients.push(client);
  }
}

interface Alike {
  readonly drafts: readonly Draft[];
  readonly known: readonly (string | null)[];
}

function groupAlike(drafts: readonly Draft[], context: ImportContext): Map<string, Alike> {
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) {
    if (draft.identity === null) continue;
    const group = groups.get(draft.identity);
    if (group) group.push(draft);
    else groups.set(draft.identity, [draft]);
  }
  return new Map(Array.from(groups, ([identity, alike]) => [identity, { drafts: alike, known: listKnown(context, identity) }]));
}

class Labels {
  private readonly clients = new Map<string, string>();
  private readonly byCode: ReadonlyMap<string, string>;
  private readonly ids: ReadonlySet<string>;

  constructor(context: ImportContext) {
    this.ids = new Set(context.clients.map((c) => c.id));
    this.byCode = new Map(context.clients.map((c) => [c.code, c.id]));
  }

  clientIdOf({ label }: Draft): string | null {
    if (label === null) return null;
    const code = normaliseClientCode(label);
    return (code === null ? undefined : this.byCode.get(code)) ?? this.clients.get(labelKey(label)) ?? null;
  }

  /** How many labels are settled. */
  get size(): number {
    return this.clients.size;
  }

  /** True where a label of the file is that client's. */
  isNamed(clientId: string): boolean {
    return [...this.clients.values()].includes(clientId);
  }

  learn({ label }: Draft, clientId: string | null): void {
    if (label === null || clientId === null || !this.ids.has(clientId)) return;
    if (!this.clients.has(labelKey(label))) this.clients.set(labelKey(label), clientId);
  }
}

/** What is left of rows alike once those whose client is settled took the known row of that client. */
interface Open {
  readonly matched: readonly Draft[];
  readonly unsettled: readonly Draft[];
  readonly left: readonly (string | null)[];
}

function openIn({ drafts, known }: Alike, labels: Labels): Open {
  const left = [...known];
  const take = (clientId: string | null): boolean => {
    const at = left.indexOf(clientId);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
  const isSettled = (draft: Draft): boolean => draft.label === null || labels.clientIdOf(draft) !== null;
  const matched = drafts.filter((draft) => isSettled(draft) && take(labels.clientIdOf(draft)));
  return { matched, unsettled: drafts.filter((draft) => !isSettled(draft)), left };
}

/** True where the rows left over are all there: of more than were known nobody can say which are the known ones. */
function areAllKnown({ unsettled, left }: Open): boolean {
  return unsettled.length <= left.length || new Set(unsettled.map(({ label }) => labelKey(label ?? ""))).size === 1;
}

/**
 * Settles labels by rows that were imported before, until there is nothing more to learn: only where all the known rows left
 * are one client's, or two families filmed on one day would change places with the order of the rows.
 */
function settleLabels(groups: readonly Alike[], labels: Labels): void {
  for (let before = -1; before < labels.size;) {
    before = labels.size;
    for (const alike of groups) {
      const open = openIn(alike, labels);
      const [clientId, other] = new Set(open.left);
      if (clientId === undefined || other !== undefined || !areAllKnown(open)) continue;
      for (const draft of open.unsettled.slice(0, open.left.length)) labels.learn(draft, clientId);
    }
  }
}

/** The rows that were imported before: those of the settled clients, and of the others as many as are left. */
function matchAlike(alike: Alike, labels: Labels): Draft[] {
  const open = openIn(alike, labels);
  return [...open.matched, ...(areAllKnown(open) ? open.unsettled.slice(0, open.left.length) : [])];
}

/**
 * A film that was imported before without its shared review, and now has it, settles its label as well, where it can be
 * one client's alone: one of those filmed on that day, whose review the log still lacks and whom no other label names.
 */
function learnFromFilms(drafts: readonly Draft[], known: ReadonlySet<Draft>, labels: Labels, context: ImportContext): void {
  const open = new Map<string, Set<string>>();
  for (const e of context.logged) if (e.kind === "cycle" && !e.voided && e.reviewedOn === null) open.set(e.filmedOn, (open.get(e.filmedOn) ?? new Set()).add(e.clientId));
  for (const draft of drafts) {
    const { content, unreviewed } = draft;
    if (unreviewed === null || content?.kind !== "cycle" || known.has(draft) || labels.clientIdOf(draft) !== null) continue;
    const filmed = open.get(content.filmedOn);
    const [clientId, other] = new Set(listKnown(context, unreviewed).filter((id) => id !== null && filmed?.has(id) === true && !labels.isNamed(id)));
    if (clientId !== undefined && other === undefined) labels.learn(draft, clientId);
  }
}

/** Finds which rows were imported before. Rows that stand alone settle labels first, so that rows alike can be told apart. */
export function findKnownRows(drafts: readonly Draft[], context: ImportContext): KnownRows {
  const labels = new Labels(context);
  const groups = groupAlike(drafts, context);
  const ordered = [...groups.values()].sort((a, b) => Math.max(a.drafts.length, a.known.length) - Math.max(b.drafts.length, b.known.length));
  settleLabels(ordered, labels);
  const known = new Set(ordered.flatMap((alike) => matchAlike(alike, labels)));
  learnFromFilms(drafts, known, labels, context);
  const given = new Map<string, number>();
  return {
    isKnown: (draft) => known.has(draft),
    clientIdOf: (draft) => labels.clientIdOf(draft),
    nextFingerprint: (identity) => {
      const number = (given.get(identity) ?? groups.get(identity)?.known.length ?? 0) + 1;
      given.set(identity, number);
      return fingerprintOf(context, identity, number);
    },
  };
}
