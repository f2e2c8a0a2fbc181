import { accessibility } from "./en/accessibility.ts";
import { accreditation } from "./en/accreditation.ts";
import { cases } from "./en/cases.ts";
import { clips } from "./en/clips.ts";
import { common } from "./en/common.ts";
import { consent } from "./en/consent.ts";
import { enrolment } from "./en/enrolment.ts";
import { errors } from "./en/errors.ts";
import { history } from "./en/history.ts";
import { imports } from "./en/imports.ts";
import { leading } from "./en/leading.ts";
import { logbook } from "./en/logbook.ts";
import { logViews } from "./en/log-views.ts";
import { notices } from "./en/notices.ts";
import { offline } from "./en/offline.ts";
import { outcomes } from "./en/outcomes.ts";
import { pathway } from "./en/pathway.ts";
import { pathways } from "./en/pathways.ts";
import { people } from "./en/people.ts";
import { programme } from "./en/programme.ts";
import { player } from "./en/player.ts";
import { progress } from "./en/progress.ts";
import { reflections } from "./en/reflections.ts";
import { review } from "./en/review.ts";
import { worklist } from "./en/worklist.ts";

/** Every word that the portal shows, by room. Another language is another folder beside `en/`. */
export const words = { accessibility, accreditation, cases, clips, common, consent, enrolment, errors, history, imports, leading, logbook, logViews, notices, offline, outcomes, pathway, pathways, people, player, programme, progress, reflections, review, worklist } as const;
