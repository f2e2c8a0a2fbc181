import type { Migration } from "kysely";

import { audit } from "./20261121T1200-audit.ts";
import { programme } from "./20261121T1210-programme.ts";
import { people } from "./20261121T1220-people.ts";
import { pathway } from "./20261121T1230-pathway.ts";
import { logbook } from "./20261121T1240-logbook.ts";
import { notices } from "./20261121T1700-notices.ts";
import { programmeSettings } from "./20261121T1710-programme-settings.ts";
import { consent } from "./20261121T1720-consent.ts";
import { clips } from "./20261121T1730-clips.ts";
import { review } from "./20261121T1740-review.ts";
import { accreditation } from "./20261121T1750-accreditation.ts";
import { clientRequest } from "./20261121T1800-client-request.ts";
import { requestPack } from "./20261121T1900-request-pack.ts";
import { imports } from "./20261121T1905-import.ts";
import { workingTime } from "./20261121T1910-working-time.ts";
import { cases } from "./20261121T1920-cases.ts";
import { reflections } from "./20261121T1930-reflections.ts";
import { broughtRecord } from "./20261121T1940-brought-record.ts";

/** All migrations by name, in the order of their names. A landed one is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  "20261121T1200-audit": audit,
  "20261121T1210-programme": programme,
  "20261121T1220-people": people,
  "20261121T1230-pathway": pathway,
  "20261121T1240-logbook": logbook,
  "20261121T1700-notices": notices,
  "20261121T1710-programme-settings": programmeSettings,
  "20261121T1720-consent": consent,
  "20261121T1730-clips": clips,
  "20261121T1740-review": review,
  "20261121T1750-accreditation": accreditation,
  "20261121T1800-client-request": clientRequest,
  "20261121T1900-request-pack": requestPack,
  "20261121T1905-import": imports,
  "20261121T1910-working-time": workingTime,
  "20261121T1920-cases": cases,
  "20261121T1930-reflections": reflections,
  "20261121T1940-brought-record": broughtRecord,
};
