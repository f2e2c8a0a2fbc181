import type { Reflection } from "#app/logbook/reflection-model.ts";
import type { SignOffRequest } from "#app/accreditation/model.ts";
import type { Client, Entry } from "#app/logbook/model.ts";
import type { PathwayCount, PathwayVersion } from "#app/pathway/model.ts";
import type { Day } from "#app/platform/clock.ts";
import type { Submission } from "#app/review/model.ts";

import type { RecordFile } from "./format.ts";

/** What an archive is made from: plain data, handed to the thread that makes it. */
export interface ArchiveFacts {
  readonly file: RecordFile;
  readonly name: string;
  readonly programmeName: string;
  readonly startedOn: Day;
  readonly version: PathwayVersion;
  readonly count: PathwayCount;
  readonly entries: readonly Entry[];
  readonly clients: readonly Client[];
  readonly reflections: readonly Reflection[];
  readonly submissions: readonly Submission[];
  readonly requests: readonly SignOffRequest[];
  /** Names by id of those who decided. */
  readonly names: ReadonlyMap<string, string>;
}
