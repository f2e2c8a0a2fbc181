import { done, refused, type Result } from "#app/platform/result.ts";

import { isTooLarge, MAX_BYTES, type RecordFile, takeRecord } from "./format.ts";
import { whyApart } from "./together.ts";

/**
 * The text of the file, or that it would be longer than a file that is read. What is read goes through the same checks;
 * throws where they do not take it: such a file is never given away.
 */
export function recordText(file: RecordFile): Result<string, "too_much"> {
  if (isTooLarge(file)) return refused("too_much");
  const taken = takeRecord({ ...file.head, ...Object.fromEntries(file.rows) });
  if (!taken.ok) throw new Error(`a record that its own format does not take: ${taken.at}`);
  const { head, rows } = taken.value;
  const apart = whyApart(taken.value);
  if (apart !== undefined) throw new Error(`a record that its own reader does not take: ${apart}`);
  const text = `${JSON.stringify({ ...head, ...Object.fromEntries(rows) }, null, 1)}\n`;
  return Buffer.byteLength(text) > MAX_BYTES ? refused("too_much") : done(text);
}
