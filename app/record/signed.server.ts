import { createHash } from "node:crypto";

import { z } from "zod";

import { type RecordFile, rowsIn } from "./format.ts";

const signedSchema = z.object({ evidenceHash: z.string(), pack: z.string().nullable() });

/** True where the evidence under every request and every signature is the one of its hash. */
export function hasSignedHashes(file: RecordFile): boolean {
  return [...rowsIn(file, "signOffRequests"), ...rowsIn(file, "signOffDecisions")].map((row) => signedSchema.parse(row))
    .every(({ evidenceHash, pack }) => pack === null || createHash("sha256").update(pack, "utf8").digest("hex") === evidenceHash);
}
