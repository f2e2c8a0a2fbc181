import { type Draft, noEntry } from "./draft.ts";
import { draftCycle, labelKey } from "./draft-cycle.ts";
import { draftPeerSupervision, draftSupervision } from "./draft-session.ts";
import { supervisorCell } from "./file-facts.ts";
import type { LaidOutRow, SheetRow } from "./layout.ts";
import { PartReader, type Reading } from "./part-reader.ts";
import { isEmpty } from "./table.ts";
import type { Field } from "./columns.ts";

const OF_CYCLE: readonly Field[] = ["filmed_on", "reviewed_on", "film_minutes", "clips", "review_minutes", "goal_rating", "next_step", "cycle_number"];
const HALF_DAYS_OF_COURSE = 4;

const has = ({ cells }: SheetRow, field: Field): boolean => !isEmpty(cells[field]);
const isPeerWord = (row: SheetRow): boolean => /\b(?:peer|intervision)/i.test(typeof row.cells.format === "string" ? row.cells.format : "");

function draftTraining({ row, training, day }: Extract<LaidOutRow, { kind: "training" }>, reading: Reading): Draft {
  const reader = new PartReader(row, "training", reading);
  const halfDays = training === "mid_point" || row.texts.some((text) => /half ?-?day/i.test(text)) ? 1 : HALF_DAYS_OF_COURSE;
  const answer = reader.ask("training", { kind: "training", training, day, halfDays });
  const isWanted = answer?.choice === "yes";
  if (isWanted) reader.reasons.push({ code: "waits_for_lead" });
  else reader.reasons.push(answer?.choice === "out" ? { code: "left_out" } : { code: "training_asked", day });
  const identity = JSON.stringify(["training", training, day]);
  return reader.draft({ label: null, identity, sameAs: identity, content: isWanted ? { kind: "training", heldOn: day, training, halfDays, note: null } : null });
}

/** The entries that stand in one row: a cycle, a session with a supervisor or with peers, or several of these. */
function draftEntries({ row, client }: Extract<LaidOutRow, { kind: "entry" }>, isFirst: boolean, reading: Reading): Draft[] {
  const hasSession = has(row, "session_on") || has(row, "minutes");
  const hasPeer = has(row, "peer_on") || has(row, "peer_minutes");
  const isPeer = supervisorCell(row).isPeer || isPeerWord(row) || (has(row, "attendees") && !hasPeer && !has(row, "supervisor"));
  const hasCycle = OF_CYCLE.some((field) => has(row, field)) || (client.from === "own" && !hasSession && !hasPeer);
  const drafts = [
    ...(hasCycle ? [draftCycle(row, client, isFirst, reading)] : []),
    ...(hasSession && !isPeer ? [draftSupervision(row, !hasCycle, reading)] : []),
    ...(hasSession && isPeer ? [draftPeerSupervision(row, { day: "session_on", minutes: "minutes" }, !hasCycle, reading)] : []),
    ...(hasPeer ? [draftPeerSupervision(row, { day: "peer_on", minutes: has(row, "peer_minutes") ? "peer_minutes" : "minutes" }, !hasCycle && !hasSession, reading)] : []),
  ];
  return drafts.length > 0 ? drafts : [noEntry(row.row, { code: "nothing_read" })];
}

/** Reads every row of a sheet; each draft says which row it stands in. */
export function draftRows(laidOut: readonly LaidOutRow[], reading: Reading): Draft[] {
  const seen = new Set<string>();
  return laidOut.flatMap((line): Draft[] => {
    switch (line.kind) {
      case "training": return [draftTraining(line, reading)];
      case "entry": {
        const key = labelKey(line.client.label);
        const isFirst = !seen.has(key);
        seen.add(key);
        return draftEntries(line, isFirst, reading);
      }
      default: return [noEntry(line.row.row, { code: line.kind })];
    }
  });
}
