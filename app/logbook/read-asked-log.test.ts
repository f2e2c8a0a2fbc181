import { expect, test } from "vitest";

import { MAX_IMPORT_ROWS } from "./import/table.ts";
import { readAskedLog } from "./read-asked-log.ts";

test("all shows more than several imports can bring", () => {
  expect(readAskedLog(new URLSearchParams("show=all")).show).toBeGreaterThan(10 * MAX_IMPORT_ROWS);
});
