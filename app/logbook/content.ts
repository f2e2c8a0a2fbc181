import type { AgeBand, Cycle, Entry, PeerSupervision, Supervision, TrainingAttended } from "./model.ts";

/** What a trainee writes of a cycle. */
export type CycleContent = Pick<Cycle, "kind" | "clientId" | "filmedOn" | "filmMinutes" | "mode" | "clipsChosen" | "reviewedOn" | "reviewMinutes" | "goalRating" | "nextStep" | "note">;
/** A client of the trainee's, or a new one that is opened with its first cycle. */
export type ClientChoice = { readonly clientId: string } | { readonly newClient: { readonly ageBand: AgeBand | null } };

/** What a trainee writes of a supervision session. */
export type SupervisionContent = Pick<Supervision, "kind" | "heldOn" | "startsAt" | "minutes" | "mode" | "format" | "supervisorId" | "note">;
/** What a trainee writes of a peer supervision session. */
export type PeerSupervisionContent = Pick<PeerSupervision, "kind" | "heldOn" | "startsAt" | "minutes" | "mode" | "note"> & { readonly attendeeIds: readonly string[] };
/** What a trainee writes of a training attended. */
export type TrainingContent = Pick<TrainingAttended, "kind" | "heldOn" | "training" | "halfDays" | "note">;

/** An entry as it is written, without what the portal adds. */
export type Content = CycleContent | SupervisionContent | PeerSupervisionContent | TrainingContent;

/** The entries that a trainee writes; recognised work is a lead's. */
export type OwnEntry = Exclude<Entry, { kind: "recognised" }>;

/** What is written in this version of the entry. */
export function contentOf(entry: OwnEntry): Content {
  switch (entry.kind) {
    case "cycle": {
      const { kind, clientId, filmedOn, filmMinutes, mode, clipsChosen, reviewedOn, reviewMinutes, goalRating, nextStep, note } = entry;
      return { kind, clientId, filmedOn, filmMinutes, mode, clipsChosen, reviewedOn, reviewMinutes, goalRating, nextStep, note };
    }
    case "supervision": {
      const { kind, heldOn, startsAt, minutes, mode, format, supervisorId, note } = entry;
      return { kind, heldOn, startsAt, minutes, mode, format, supervisorId, note };
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

function rest(content: Content): string {
  return content.kind === "cycle"
    ? sameText([content.clientId, content.filmedOn, content.filmMinutes, content.mode, content.clipsChosen, content.reviewedOn, content.reviewMinutes, content.goalRating, content.nextStep, content.note])
    : sameText(["mode" in content ? content.mode : null, content.note]);
}

/** True where both say the same, whatever the order of attendees. */
export function isSameContent(a: Content, b: Content): boolean {
  return a.kind === b.kind && !isMaterialChange(a, b) && rest(a) === rest(b);
}
