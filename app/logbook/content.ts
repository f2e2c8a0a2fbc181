import type { AgeBand, CaseDetails } from "./case-model.ts";
import type { Cycle, CycleDetails, Entry, PeerSupervision, Supervision, TrainingAttended } from "./model.ts";

type CycleBasics = Pick<Cycle, "kind" | "clientId" | "filmedOn" | "filmMinutes" | "mode" | "clipsChosen" | "reviewedOn" | "reviewMinutes" | "goalRating" | "nextStep" | "note">;
/** What a trainee writes of a cycle; of its details, what is left out is not told. */
export type CycleContent = CycleBasics & Partial<CycleDetails> & {
  /**
   * The trainee's own, and nobody else's: never part of an entry that is read (reflections.server.ts). Left out where it is
   * not known: the next version keeps what stands.
   */
  readonly reflection?: string | null;
};
/** A client of the trainee's, or a new one that is opened with its first cycle. */
export type ClientChoice = { readonly clientId: string } | { readonly newClient: { readonly ageBand: AgeBand | null } & Partial<CaseDetails> };

/** What a trainee writes of a supervision session. */
export type SupervisionContent = Pick<Supervision, "kind" | "heldOn" | "startsAt" | "minutes" | "mode" | "format" | "supervisorId" | "note"> & {
  /** The cycles that it was about, in any order; none where left out. */
  readonly discussedIds?: readonly string[];
};
/** What a trainee writes of a peer supervision session. */
export type PeerSupervisionContent = Pick<PeerSupervision, "kind" | "heldOn" | "startsAt" | "minutes" | "mode" | "note"> & { readonly attendeeIds: readonly string[] };
/** What a trainee writes of a training attended. */
export type TrainingContent = Pick<TrainingAttended, "kind" | "heldOn" | "training" | "halfDays" | "note">;

/** An entry as it is written, without what the portal adds. */
export type Content = CycleContent | SupervisionContent | PeerSupervisionContent | TrainingContent;

/** The entries that a trainee writes; recognised work is a lead's. */
export type OwnEntry = Exclude<Entry, { kind: "recognised" }>;

/** What is written in this version of the entry; `reflection` is that of a cycle whose trainee reads it themself. */
export function contentOf(entry: OwnEntry, reflection?: string | null): Content {
  switch (entry.kind) {
    case "cycle": {
      const { kind, clientId, filmedOn, filmMinutes, mode, clipsChosen, reviewedOn, reviewMinutes, goalRating, nextStep, note } = entry;
      const { filmedRoles, reviewFilmed, goal2Rating, goal3Rating, attunedMoments } = entry;
      return {
        kind, clientId, filmedOn, filmMinutes, mode, clipsChosen, reviewedOn, reviewMinutes, goalRating, nextStep, note,
        filmedRoles, reviewFilmed, goal2Rating, goal3Rating, attunedMoments,
        ...(reflection === undefined ? {} : { reflection }),
      };
    }
    case "supervision": {
      const { kind, heldOn, startsAt, minutes, mode, format, supervisorId, note } = entry;
      return { kind, heldOn, startsAt, minutes, mode, format, supervisorId, note, discussedIds: entry.discussed.map((d) => d.cycleId) };
    }
    case "peer_supervision": {
      const { kind, heldOn, startsAt, minutes, mode, note } = entry;
      return { kind, heldOn, startsAt, minutes, mode, note, attendeeIds: entry.attendees.map((a) => a.id) };
    }
    case "training": {
      const { kind, heldOn, training, halfDays, note } = entry;
      return { kind, heldOn, training, halfDays, note };
    }
  }
}

function sameText(parts: readonly unknown[]): string {
  return JSON.stringify(parts);
}

/** What the other side confirms; a note or the way of meeting is not part of it (docs/field.md, "Confirmation"). */
function materialOf(content: Content): string {
  switch (content.kind) {
    case "cycle": return "";
    case "supervision": return sameText([content.heldOn, content.startsAt, content.minutes, content.format, content.supervisorId]);
    case "peer_supervision": return sameText([content.heldOn, content.startsAt, content.minutes, [...content.attendeeIds].sort()]);
    case "training": return sameText([content.heldOn, content.training, content.halfDays]);
  }
}

/** True where a confirmation of the one does not stand for the other. */
export function isMaterialChange(before: Content, after: Content): boolean {
  return materialOf(before) !== materialOf(after);
}

function cycleText(c: CycleContent): string {
  const { filmedRoles = [], reviewFilmed = null, goal2Rating = null, goal3Rating = null, attunedMoments = null } = c;
  return sameText([
    c.clientId, c.filmedOn, c.filmMinutes, c.mode, c.clipsChosen, c.reviewedOn, c.reviewMinutes, c.goalRating, c.nextStep, c.note,
    [...filmedRoles].sort(), reviewFilmed, goal2Rating, goal3Rating, attunedMoments,
  ]);
}

function rest(content: Content): string {
  switch (content.kind) {
    case "cycle": return cycleText(content);
    case "supervision": return sameText([content.mode, content.note, [...content.discussedIds ?? []].sort()]);
    case "peer_supervision": return sameText([content.mode, content.note]);
    case "training": return sameText([content.note]);
  }
}

function reflectionIn(content: Content): string | null | undefined {
  return content.kind === "cycle" ? content.reflection : undefined;
}

/** A reflection that one of the two leaves out is not compared. */
function isSameReflection(a: Content, b: Content): boolean {
  const [one, other] = [reflectionIn(a), reflectionIn(b)];
  return one === undefined || other === undefined || one === other;
}

/** True where both say the same, whatever the order of attendees, roles or cycles. */
export function isSameContent(a: Content, b: Content): boolean {
  return a.kind === b.kind && !isMaterialChange(a, b) && rest(a) === rest(b) && isSameReflection(a, b);
}
