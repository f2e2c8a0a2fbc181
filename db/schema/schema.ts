import type { AccreditationSchema } from "./accreditation.ts";
import type { AuditSchema } from "./audit.ts";
import type { ClipsSchema } from "./clips.ts";
import type { LogbookSchema } from "./logbook.ts";
import type { NoticesSchema } from "./notices.ts";
import type { PathwaySchema } from "./pathway.ts";
import type { PeopleSchema } from "./people.ts";
import type { ProgrammeSchema } from "./programme.ts";
import type { RecordSchema } from "./record.ts";
import type { ReflectionsSchema } from "./reflections.ts";
import type { ReviewSchema } from "./review.ts";

/** Every table and view, by name. A contract test holds it against the migrations. */
export interface Schema
  extends AuditSchema, NoticesSchema, PeopleSchema, ProgrammeSchema, PathwaySchema, LogbookSchema, ClipsSchema, ReviewSchema, AccreditationSchema, ReflectionsSchema, RecordSchema {}
