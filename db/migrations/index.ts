import type { Migration } from "kysely";

import { audit } from "./20261121T1200-audit.ts";
import { programme } from "./20261121T1210-programme.ts";
import { people } from "./20261121T1220-people.ts";
import { pathway } from "./20261121T1230-pathway.ts";
import { logbook } from "./20261121T1240-logbook.ts";
import { clientRequest } from "./20261121T1800-client-request.ts";

/** All migrations by name, in the order of their names. A landed one is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  "20261121T1200-audit": audit,
  "20261121T1210-programme": programme,
  "20261121T1220-people": people,
  "20261121T1230-pathway": pathway,
  "20261121T1240-logbook": logbook,
  "20261121T1800-client-request": clientRequest,
};
