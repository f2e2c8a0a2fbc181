import path from "node:path";
import { pathToFileURL } from "node:url";

import type { ServerBuild } from "@remix-run/node";
import { describe, expect, test } from "vitest";

import { contextFor, TEST_ORIGIN } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { NOON } from "#tests/support/logbook.ts";
import { createPortalHandler } from "#tests/support/portal-handler.ts";
import { said } from "#tests/support/read-page.ts";

import { statusFor } from "./access.ts";
import { CAST, makeScene, type Scene, type Who } from "./cast.ts";
import { READING } from "./reading.ts";
import { type Form, Octets, type Sent } from "./sending.ts";
import { WRITING } from "./writing.ts";

const build = await import(pathToFileURL(path.resolve("build/server/index.js")).href) as ServerBuild;

/** The routes whose forms take words of somebody's own: the names of those fields. What was typed there comes back from every one. */
const TYPED: Readonly<Record<string, readonly string[]>> = {
  "routes/log_.clients_.new": ["helpingQuestion", "goal1", "goal2", "goal3", "nextSteps"],
  "routes/log_.clients_.$clientId_.change": ["helpingQuestion", "goal1", "goal2", "goal3", "nextSteps"],
  "routes/log_.clients_.$clientId_.close": ["nextSteps"],
  "routes/log_.clients_.$clientId_.void": ["reason"],
  "routes/log_.cycles_.new": ["attunedMoments", "note", "reflection"],
  "routes/log_.supervision_.new": ["note"],
  "routes/log_.peer-supervision_.new": ["note"],
  "routes/log_.training_.new": ["note"],
  "routes/log_.entries_.$entryId_.change": ["attunedMoments", "note", "reflection", "reason"],
  "routes/log_.entries_.$entryId_.void": ["reason"],
  "routes/log_.entries_.$entryId_.question": ["reason"],
  "routes/log_.entries_.$entryId_.submit": ["intention", "reference"],
  "routes/log_.entries_.$entryId_.submit_.film": ["intention"],
  "routes/log_.entries_.$entryId_.submit_.together": ["intention"],
  "routes/log_.reflections_.new": ["text"],
  "routes/log_.reflections_.$id_.change": ["text"],
  "routes/submissions_.$submissionId_.moments": ["note"],
  "routes/submissions_.$submissionId_.moments_.$momentId": ["note"],
  "routes/submissions_.$submissionId_.feedback": ["workingPoint", "nextStep", "question"],
  "routes/submissions_.$submissionId_.send": ["workingPoint", "nextStep", "question"],
  "routes/submissions_.$submissionId_.return": ["workingPoint", "nextStep", "question"],
  "routes/submissions_.$submissionId_.reply": ["text"],
  "routes/skills_.$traineeId.$stage": ["strengths", "workingPoint"],
  "routes/waiting_.question": ["note"],
  "routes/sign-off_.$requestId_.not-yet": ["actions"],
  "routes/cohorts_.$traineeId_.stages.$stage.reopen": ["reason"],
  "routes/cohorts_.$traineeId_.entries.$entryId.void": ["reason"],
  "routes/cohorts_.$traineeId_.entries.$entryId.question": ["reason"],
  "routes/cohorts_.$traineeId_.recognised.new": ["reason"],
  "routes/cohorts_.$traineeId_.recognised.$entryId.void": ["reason"],
  "routes/programme": ["concernProcedure"],
  "routes/people_.new": ["name", "email"],
  "routes/people_.$personId_.enrolment": ["newCohort"],
};

/** Text inputs that hold no words of somebody's own, and why nothing of them is given back. */
const NO_WORDS: Readonly<Record<string, string>> = {
  startsAt: "a time of day",
  starts: "a place in the film",
  ends: "a place in the film",
  code: "a one-time code, which holds for half a minute",
};

/** Forms of people who are not signed in, of their own account, and what is looked at only: no right of theirs can end meanwhile. */
const NO_RIGHT_ENDS: Readonly<Record<string, string>> = {
  "routes/sign-in": "for whoever is not signed in",
  "routes/reset": "for whoever is not signed in",
  "routes/log_.import_.rows": "answers to questions about a file that the server holds for the hour",
};

const WORDS = "She waited longer & then “looked”.";

async function setStage() {
  const scene = await makeScene(await freshDatabase());
  const { environment, ...services } = contextFor(scene.db, NOON);
  const handle = createPortalHandler({ build, environment: { ...environment, isProduction: true }, services });
  const ask = async (who: Who, to: string, body?: URLSearchParams): Promise<{ status: number; text: string }> => {
    const cookie = scene.cookies[who];
    const headers = { "sec-fetch-site": "same-origin", "accept": "text/html", "referer": TEST_ORIGIN + to, ...(cookie === undefined ? {} : { cookie }) };
    const answer = await handle(new Request(TEST_ORIGIN + to, body === undefined ? { headers } : { method: "POST", headers, body }), { address: "192.0.2.1" });
    return { status: answer.status, text: await answer.text() };
  };
  return { ...scene, ask };
}

/** The form as it is taken, with words in each of those fields. */
function typedInto(sent: Sent, fields: readonly string[]): Form {
  if (sent instanceof FormData || sent instanceof Octets) throw new Error("words are typed into a plain form");
  return { ...sent, ...Object.fromEntries(fields.map((name) => [name, sent[name] ?? `${WORDS} (${name})`])) };
}

const broughtBack = (html: string): string[] => [...html.matchAll(/<textarea[^>]* readonly[^>]*>(.*?)<\/textarea>/gis)].map(([, text = ""]) => said(text));

/** The address that a form posts to, by its route. */
function routeOf(to: string, scene: Scene): string | undefined {
  const [wanted = ""] = to.split("?", 1);
  return Object.keys(WRITING).find((id) => (WRITING[id] ?? []).some((writing) => writing.at(scene) === wanted))
    ?? Object.keys(build.routes).find((id) => pattern(id).test(wanted));
}

function pattern(id: string): RegExp {
  const parts = (build.routes[id]?.path ?? "").split("/").map((part) => (part.startsWith(":") ? "[^/]+" : part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")));
  return new RegExp(`^/${parts.join("/")}$`);
}

/** What can be typed into the forms of a page: the address each posts to, and its fields for words. */
function formsOf(html: string, shownAt: string): { to: string; names: string[] }[] {
  return [...html.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)].flatMap(([, head = "", inside = ""]) => {
    if (!/method="post"/.test(head)) return [];
    const inputs = [...inside.matchAll(/<(?:textarea|input)([^>]*)>/g)].map(([whole, rest = ""]) => ({ whole, rest }))
      .filter(({ whole, rest }) => whole.startsWith("<textarea") || (/type="(text|email|search)"/.test(rest) && !/inputmode="numeric"/i.test(rest)));
    return [{ to: said(/action="([^"]*)"/.exec(head)?.[1] ?? shownAt), names: inputs.flatMap(({ rest }) => /name="([^"]*)"/.exec(rest)?.[1] ?? []) }];
  });
}

test("every field for words of every page shown to anybody is known here", async () => {
  const scene = await setStage();
  const unknown = new Set<string>();
  for (const access of Object.values(READING).flat().filter((one) => (one.status ?? 200) === 200)) {
    for (const who of access.sees.slice(0, 2)) {
      const to = access.at(scene);
      for (const form of formsOf((await scene.ask(who, to)).text, to)) {
        const id = routeOf(form.to, scene) ?? form.to;
        const missing = form.names.filter((name) => !(name in NO_WORDS) && TYPED[id]?.includes(name) !== true);
        if (missing.length > 0 && !(id in NO_RIGHT_ENDS)) unknown.add(`${id}: ${missing.join(", ")}`);
      }
    }
  }
  expect([...unknown]).toEqual([]);
}, 60_000);

describe("words that nobody may send any more come back to whoever typed them", () => {
  for (const [id, fields] of Object.entries(TYPED)) {
    test(id, async () => {
      const scene = await setStage();
      for (const writing of WRITING[id] ?? []) {
        for (const who of CAST.filter((one) => one !== "nobody" && !writing.may.includes(one) && [403, 404].includes(statusFor(writing.otherwise, one)))) {
          const form = typedInto(writing.form(scene, who), fields);
          const answer = await scene.ask(who, writing.at(scene), new URLSearchParams(form));
          expect({ who, status: answer.status, back: broughtBack(answer.text) })
            .toEqual({ who, status: statusFor(writing.otherwise, who), back: expect.arrayContaining(fields.map((name) => form[name])) as string[] });
        }
      }
    });

    test(`${id}, signed out meanwhile`, async () => {
      const scene = await setStage();
      await scene.db.reader.updateTable("session").set({ expires_at: "2026-11-20T00:00:00.000Z" }).execute();
      for (const writing of WRITING[id] ?? []) {
        const form = typedInto(writing.form(scene, "owner"), fields);
        const answer = await scene.ask("owner", writing.at(scene), new URLSearchParams(form));
        expect({ status: answer.status, back: broughtBack(answer.text) }).toEqual({ status: 401, back: expect.arrayContaining(fields.map((name) => form[name])) as string[] });
      }
    });
  }
});
