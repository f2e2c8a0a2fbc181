import type { AuditSchema } from "./audit.ts";
import type { LogbookSchema } from "./logbook.ts";
import type { PathwaySchema } from "./pathway.ts";
import type { PeopleSchema } from "./people.ts";
import type { ProgrammeSchema } from "./programme.ts";

/** Every table and view, by name. A contract test holds it against the migrations. */
export interface Schema extends AuditSchema, PeopleSchema, ProgrammeSchema, PathwaySchema, LogbookSchema {}
