import { createHash } from "node:crypto";

import type { AuditRecord } from "./model.ts";

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The subjects as they are stored and hashed: JSON with sorted keys. */
export function canonicalSubjects(subjects: AuditRecord["subjects"]): string {
  return JSON.stringify(Object.fromEntries(Object.entries(subjects).sort(([a], [b]) => (a < b ? -1 : 1))));
}

interface Leaf {
  readonly seq: number;
  readonly at: string;
  readonly actorId: string | null;
  readonly act: string;
  readonly subjects: string;
}

/** The hash of what happened. It stays when the text behind it has to go. */
export function leafHash(leaf: Leaf): string {
  return sha256(JSON.stringify([leaf.seq, leaf.at, leaf.actorId, leaf.act, leaf.subjects]));
}

/** The link: this row's leaf tied to the row before. */
export function linkHash(previousHash: string, leaf: string): string {
  return sha256(`${previousHash}\n${leaf}`);
}
