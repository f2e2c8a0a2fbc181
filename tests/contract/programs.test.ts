import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";

import type { ServerBuild } from "@remix-run/node";
import { beforeAll, describe, expect, test } from "vitest";

import { createPortalHandler } from "#tests/support/portal-handler.ts";
import { openDatabase } from "#db/database.server.ts";
import { migrateUp } from "#db/migrate.ts";
import { contextFor, TEST_ORIGIN } from "#tests/support/actors.ts";
import { NOON } from "#tests/support/logbook.ts";
import { built, databaseOf, freePort, heldPort, type Place, placeOf, refusal, requireBuilt, run, saying, start } from "#tests/support/programs.ts";

beforeAll(() => { requireBuilt("server", "seed", "admin"); });

describe("what keeps the server from starting is said in one sentence", () => {
  test("the port is taken", async () => {
    const { port, server } = await heldPort();
    const ended = await run([built("server")], placeOf(port));
    server.close();
    expect(ended).toEqual(refusal(`Port ${String(port)} is taken: stop what uses it, or choose another in PORT.`));
  });

  test.each([["ATTUNE_DATA", "data"], ["ATTUNE_KEYS", "keys"]])("a file lies where the folder of %s should be", async (variable, name) => {
    const place = placeOf(await freePort());
    const file = path.join(place.folder, name);
    writeFileSync(file, "");
    expect(await run([built("server")], place)).toEqual(refusal(`The folder ${file} cannot be written to (EEXIST): make it writable, or name another in ${variable}.`));
  });

  test.each([
    ["PORT", "http", "PORT has to be a number from 1 to 65535."],
    ["ATTUNE_DEMO", "yes", "ATTUNE_DEMO has to be 1 or 0."],
    ["ATTUNE_ORIGIN", "", "ATTUNE_ORIGIN is missing; in production it has to say under which address people reach the portal, such as https://attune.example.org."],
  ])("%s is wrong", async (variable, value, sentence) => {
    expect(await run([built("server")], placeOf(await freePort(), { [variable]: value }))).toEqual(refusal(sentence));
  });

  test("the database is newer than the code, and is left as it is", async () => {
    const place = placeOf(await freePort());
    expect(await run([built("admin"), "migrate", "up"], place)).toMatchObject({ code: 0 });
    const database = databaseOf(place);
    database.prepare("insert into kysely_migration (name, timestamp) values ('99990101T0000-tomorrow', '9999-01-01T00:00:00.000Z')").run();
    database.close();
    expect(await run([built("server")], place)).toEqual(refusal(
      "The database was written by a newer version of Attune (it knows 99990101T0000-tomorrow). Start that version, or restore a backup made with this one."));
  });

  test("the database is no database", async () => {
    const place = placeOf(await freePort());
    mkdirSync(place.data);
    writeFileSync(path.join(place.data, "attune.sqlite"), "A letter that somebody saved under this name.".repeat(100));
    const sentence = `The database in ${place.data} cannot be read (SQLITE_NOTADB): restore a backup, or name another folder in ATTUNE_DATA.`;
    expect(await run([built("server")], place)).toEqual(refusal(sentence));
    expect(await run([built("admin"), "verify"], place)).toEqual(refusal(sentence));
  });

  /** Node that says of itself that it is another version: nothing else of an old one can be had here. */
  const asNode = (version: string): string[] => {
    const code = `Object.defineProperty(process,"versions",{value:{...process.versions,node:"${version}"}});`;
    return ["--import", `data:text/javascript,${encodeURIComponent(code)}`];
  };

  test.each(["18.20.8", "20.18.3"])("Node is %s", async (version) => {
    const place = placeOf(await freePort());
    const sentence = `Attune needs Node 20.19 or newer; this is ${version}.`;
    expect(await run([...asNode(version), built("server")], place)).toEqual(refusal(sentence));
    expect(await run([...asNode(version), built("admin"), "verify"], place)).toEqual(refusal(sentence));
    expect(await run([...asNode(version), path.resolve("scripts/prepare.mjs"), "build"], place)).toEqual({ code: 1, out: "", err: `\n✗ ${sentence}\n` });
    expect(existsSync(place.data)).toBe(false);
  });
});

describe("while it runs", () => {
  test("it says where it answers, and /health is 200", async () => {
    const place = placeOf(await freePort());
    const said = await saying(start([built("server")], place), /answers at .*\n/);
    const health = await fetch(`${String(place.env.ATTUNE_ORIGIN)}/health`);
    expect([said, health.status, await health.json()]).toEqual([`Attune answers at ${String(place.env.ATTUNE_ORIGIN)}\n`, 200, { status: "ok" }]);
  });

  test("/health is 503 where the database does not answer", async () => {
    const build = await import(pathToFileURL(path.resolve("build/server/index.js")).href) as ServerBuild;
    const database = await openDatabase(":memory:", migrateUp);
    const { environment, ...services } = contextFor(database, NOON);
    const handle = createPortalHandler({ build, environment: { ...environment, isProduction: true }, services });
    const ask = (): Promise<Response> => handle(new Request(`${TEST_ORIGIN}/health`), { address: "192.0.2.1" });
    expect((await ask()).status).toBe(200);
    await database.close();
    const answer = await ask();
    expect([answer.status, await answer.json()]).toEqual([503, { status: "unavailable" }]);
  });

  /** Sends a form in two halves: the first is being read when this resolves; what it resolves to sends the second and gives the answer's status. */
  function halfSent(origin: string, form: string): Promise<() => Promise<number | undefined>> {
    const headers = {
      "content-type": "application/x-www-form-urlencoded", "content-length": String(form.length), "origin": origin, "expect": "100-continue",
    };
    return new Promise((resolve, reject) => {
      const asked = request(`${origin}/sign-in`, { method: "POST", headers, agent: false });
      const answer = new Promise<number | undefined>((answered) => {
        asked.once("response", (response) => { response.resume().once("end", () => { answered(response.statusCode); }); });
      });
      asked.once("error", reject).once("continue", () => {
        asked.write(form.slice(0, form.length / 2));
        resolve(() => {
          asked.end(form.slice(form.length / 2));
          return answer;
        });
      });
      asked.flushHeaders();
    });
  }

  /** Resolves once nobody takes a new connection at that port. */
  async function untilItListensNoMore(port: number): Promise<void> {
    const isTaken = (): Promise<boolean> => new Promise((resolve) => {
      const socket = connect(port, "127.0.0.1", () => { socket.destroy(); resolve(true); }).once("error", () => { resolve(false); });
    });
    while (await isTaken());
  }

  test.each(["SIGTERM", "SIGINT"] as const)("on %s a request that is being read gets its answer, and the exit code is 0", async (signal) => {
    const place = placeOf(await freePort());
    const origin = String(place.env.ATTUNE_ORIGIN);
    const running = start([built("server")], place);
    await saying(running, /answers at/);
    const finish = await halfSent(origin, "email=somebody%40example.org&password=not+the+password");
    running.child.kill(signal);
    await untilItListensNoMore(Number(place.env.PORT));
    expect(await finish()).toBe(400);
    expect(await running.ended).toMatchObject({ code: 0, err: "" });
  });

  test("on SIGTERM who never sends the rest of a form is let go after ten seconds, and the exit code is 0 all the same", async () => {
    const place = placeOf(await freePort());
    const running = start([built("server")], place);
    await saying(running, /answers at/);
    await halfSent(String(place.env.ATTUNE_ORIGIN), "email=somebody%40example.org&password=not+the+password");
    running.child.kill("SIGTERM");
    expect(await running.ended).toMatchObject({ code: 0, err: "" });
  });
});

describe("admin create-person", () => {
  test.each([
    ["Ada\nAdams", "ada@example.com", "Write the name on one line, with letters and the signs that belong to a name"],
    ["Ada Adams", "ada@example", "Enter an e-mail address, such as name@example.org"],
  ])("refuses %j with %j as the page does, and opens no programme", async (name, email, sentence) => {
    const place = placeOf(await freePort());
    expect(await run([built("admin"), "create-person", "--name", name, "--email", email, "--programme", "Highland"], place)).toEqual(refusal(`Not done: ${sentence}.`));
    expect(existsSync(place.data)).toBe(false);
  });
});

describe("a forgotten password", () => {
  test("the letter that was asked for just before SIGTERM is written all the same", async () => {
    const place = placeOf(await freePort());
    const origin = String(place.env.ATTUNE_ORIGIN);
    await run([built("admin"), "create-person", "--name", "Ada Adams", "--email", "ada.adams@example.com", "--programme", "Highland"], place);
    const running = start([built("server")], place);
    await saying(running, /answers at/);
    const outbox = path.join(place.data, "outbox");
    const answer = await fetch(`${origin}/reset`, { method: "POST", headers: { origin, connection: "close" }, body: new URLSearchParams({ email: "ada.adams@example.com" }) });
    expect([answer.status, existsSync(outbox)]).toEqual([200, false]);
    running.child.kill("SIGTERM");
    expect(await running.ended).toMatchObject({ code: 0, err: "" });
    expect(readdirSync(outbox)).toEqual([expect.stringMatching(/\.eml$/)]);
  });
});

describe("admin verify", () => {
  const DEMO = { ATTUNE_DEMO: "1" };

  async function demoPlace(): Promise<Place> {
    const place = placeOf(await freePort(), DEMO);
    expect(await run([built("seed")], place)).toMatchObject({ code: 0, err: "" });
    return place;
  }

  /** The same data in another place. */
  function copyOf({ data }: Place): Place {
    const place = placeOf(3000, DEMO);
    cpSync(data, place.data, { recursive: true });
    return place;
  }

  test("says that all is whole, names the first row that was touched, and the trainee whose count was", async () => {
    const place = await demoPlace();
    const whole = await run([built("admin"), "verify"], place);
    expect(whole).toMatchObject({ code: 0, err: "" });
    expect(whole.out).toMatch(/^The audit record is whole: \d+ rows\.\nWhat counts agrees with the rules for all 24 trainees\.\nEvery film that is kept has its key and its bytes\.\n$/);

    const touched = copyOf(place);
    const audit = databaseOf(touched);
    audit.prepare("update audit_entry set act = 'entry.voided' where seq in (17, 40)").run();
    audit.close();
    const named = await run([built("admin"), "verify"], touched);
    expect([named.code, named.out.split("\n")[0]]).toEqual([1, "The audit record does not match from row 17 on (content)."]);

    const recounted = copyOf(place);
    const counts = databaseOf(recounted);
    const row = counts.prepare("select id, trainee_id from counted_entry where known_until is null limit 1").get() as { id: string; trainee_id: string };
    counts.prepare("update counted_entry set amount = amount + 1 where id = ?").run(row.id);
    counts.close();
    const differing = await run([built("admin"), "verify"], recounted);
    expect(differing.code).toBe(1);
    expect(differing.out).toMatch(/^The audit record is whole/);
    expect(differing.out.split("\n")[1]).toBe(`The counts of trainee ${row.trainee_id} differ: 1 rows too many, 1 missing.`);
  });
});
