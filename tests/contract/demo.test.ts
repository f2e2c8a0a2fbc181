import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

import { beforeAll, describe, expect, test } from "vitest";

import { built, databaseOf, freePort, type Place, placeOf, refusal, run, saying, start } from "#tests/support/programs.ts";

beforeAll(() => {
  if (!existsSync(built("seed"))) throw new Error("the demo serves what was built: run `npm run build` first");
});

/** A checkout: the scripts of this one, its build, and an `.env` of its own. */
function checkoutWith(env: Readonly<Record<string, string>>): Place {
  const place = placeOf(3000);
  const scripts = path.join(place.folder, "scripts");
  mkdirSync(scripts);
  for (const name of readdirSync("scripts").filter((file) => file.endsWith(".mjs"))) copyFileSync(path.join("scripts", name), path.join(scripts, name));
  symlinkSync(path.resolve("build"), path.join(place.folder, "build"), "dir");
  writeFileSync(path.join(place.folder, ".env"), Object.entries(env).map(([name, value]) => `${name}=${value}\n`).join(""));
  return { ...place, env: {} };
}

const call = (file: string, name: string, ...args: unknown[]): string[] =>
  ["--input-type=module", "-e", `import { ${name} } from "./scripts/${file}.mjs"; await ${name}(...${JSON.stringify(args)});`];

const people = (place: Place): unknown => {
  const database = databaseOf(place);
  const rows = database.prepare("select email from person").all();
  database.close();
  return rows;
};

describe("a demo beside a deployment", () => {
  test("the data that `.env` names is a deployment's: the demo leaves it alone", async () => {
    const port = String(await freePort());
    const checkout = checkoutWith({ ATTUNE_DATA: "real", ATTUNE_KEYS: "real-keys", PORT: port });
    const real = { ...checkout, data: path.join(checkout.folder, "real") };
    const env = { ATTUNE_ORIGIN: `http://localhost:${port}` };
    const created = await run([built("admin"), "create-person", "--name", "Ada Adams", "--email", "ada.adams@example.com", "--programme", "Highland"], { ...checkout, env }, checkout.folder);
    expect(created).toMatchObject({ code: 0, err: "" });
    const ended = await run(call("demo", "demo", false), checkout, checkout.folder);
    expect(ended).toEqual({ code: 1, out: "", err: `\n✗ The folder ${real.data} holds data that is not a demo's: name another folder in ATTUNE_DATA.\n` });
    expect(people(real)).toEqual([{ email: "ada.adams@example.com" }]);
  });

  test("its people go where `.env` says, and there `npm run admin` opens them as a demo", async () => {
    const port = String(await freePort());
    const checkout = checkoutWith({ ATTUNE_DATA: "demo-data", ATTUNE_KEYS: "demo-keys", PORT: port, ATTUNE_ORIGIN: "" });
    const demo = start(call("demo", "demo", false), checkout, checkout.folder);
    await saying(demo, /with the password/);
    demo.child.kill("SIGTERM");
    expect(await demo.ended).toMatchObject({ code: 0, err: "" });
    expect(readdirSync(checkout.folder).sort()).toEqual([".env", "build", "demo-data", "demo-keys", "scripts", "work"]);
    const link = await run(call("administer", "administer", ["reset-link", "trainee@example.org"]), checkout, checkout.folder);
    expect(link).toMatchObject({ code: 0, err: "" });
    expect(link.out).toMatch(new RegExp(`works once: http://localhost:${port}/reset/`));
  });

  test("an address that others reach is no demo's: the folder that `.env` names is not marked as one", async () => {
    const checkout = checkoutWith({ ATTUNE_DATA: "real", PORT: String(await freePort()), ATTUNE_ORIGIN: "https://attune.example.org" });
    const ended = await run(call("demo", "demo", false), checkout, checkout.folder);
    expect([ended.code, ended.err]).toEqual([1, "ATTUNE_ORIGIN has to be an address of this machine, such as http://localhost:3000, while ATTUNE_DEMO is 1.\n"]);
    expect(readdirSync(path.join(checkout.folder, "real"))).toEqual([]);
  });

  const holdsDemo = ({ data }: Place): unknown =>
    refusal(`The folder ${data} holds a demo's people, whose password everybody knows: name another folder in ATTUNE_DATA, or set ATTUNE_DEMO to 1.`);

  test("outside the demo its people are served to nobody: by the folder's mark, before anything is opened", async () => {
    const place = placeOf(await freePort());
    mkdirSync(place.data);
    writeFileSync(path.join(place.data, "this-is-a-demo"), "");
    expect(await run([built("server")], place)).toEqual(holdsDemo(place));
    expect(await run([built("admin"), "verify"], place)).toEqual(holdsDemo(place));
    expect(readdirSync(place.data)).toEqual(["this-is-a-demo"]);
  });

  test("nor where the mark is gone: the record says that they were made", async () => {
    const place = placeOf(await freePort(), { ATTUNE_DEMO: "1" });
    expect(await run([built("seed")], place)).toMatchObject({ code: 0, err: "" });
    expect(existsSync(path.join(place.data, "this-is-a-demo"))).toBe(false);
    expect(await run([built("server")], { ...place, env: { ...place.env, ATTUNE_DEMO: "0" } })).toEqual(holdsDemo(place));
  });

  test("the program that makes its people refuses where somebody else is", async () => {
    const place = placeOf(await freePort());
    await run([built("admin"), "create-person", "--name", "Ada Adams", "--email", "ada.adams@example.com", "--programme", "Highland"], place);
    const ended = await run([built("seed")], { ...place, env: { ...place.env, ATTUNE_DEMO: "1" } });
    expect(ended).toEqual(refusal("This database holds people who are not a demo's: name another folder in ATTUNE_DATA."));
    expect(people(place)).toEqual([{ email: "ada.adams@example.com" }]);
  });
});

/** The ids of the films that lie there, and of their keys. */
function filmsOf({ folder }: Place): { readonly sealed: string[]; readonly keys: string[] } {
  const idsIn = (...parts: string[]): string[] => readdirSync(path.join(folder, ...parts, "clips")).map((name) => path.parse(name).name).sort();
  return { sealed: idsIn("data"), keys: idsIn("keys") };
}

describe("a demo that is started a second time", () => {
  test("on the port of the first leaves the data alone, and does not say that one can sign in", async () => {
    const port = String(await freePort());
    const checkout = checkoutWith({ PORT: port });
    const first = start(call("demo", "demo", false), checkout, checkout.folder);
    await saying(first, /with the password/);
    const second = await run(call("demo", "demo", true), checkout, checkout.folder);
    expect(second).toEqual({ code: 1, out: "", err: `\n✗ Port ${port} is taken: stop what uses it, or choose another in PORT.\n` });
    expect(readdirSync(path.join(checkout.folder, "data"))).toEqual(expect.arrayContaining(["attune.sqlite", "this-is-a-demo"]));
    first.child.kill("SIGTERM");
    expect(await first.ended).toMatchObject({ code: 0, err: "" });
  });

  // Two of the three starts tell the whole history.
  test("keeps what was written, and with --fresh does not", { timeout: 120_000 }, async () => {
    const checkout = checkoutWith({ PORT: String(await freePort()) });
    const data = { ...checkout, data: path.join(checkout.folder, "data") };
    const runsOnce = async (isFresh: boolean): Promise<void> => {
      const demo = start(call("demo", "demo", isFresh), checkout, checkout.folder);
      await saying(demo, /with the password/);
      demo.child.kill("SIGTERM");
      expect(await demo.ended).toMatchObject({ code: 0, err: "" });
    };
    await runsOnce(false);
    const before = people(data);
    const films = filmsOf(checkout);
    expect(films.sealed).toEqual(films.keys);
    expect(films.sealed.length).toBeGreaterThan(0);
    const database = databaseOf(data);
    database.prepare("update person set email = 'renamed@example.org' where email = 'trainee@example.org'").run();
    database.close();
    await runsOnce(false);
    expect(people(data)).toContainEqual({ email: "renamed@example.org" });
    expect(filmsOf(checkout)).toEqual(films);
    const ofAnother = path.join(checkout.folder, "keys", "clips", "another.key");
    writeFileSync(ofAnother, "");
    await runsOnce(true);
    expect(people(data)).toEqual(before);
    rmSync(ofAnother);
    const fresh = filmsOf(checkout);
    expect(fresh.sealed).toEqual(fresh.keys);
    expect(fresh.sealed).toHaveLength(films.sealed.length);
    expect(fresh.sealed.filter((id) => films.sealed.includes(id))).toEqual([]);
  });

  test.each([[["--frsh"], "demo takes --fresh and nothing else, not --frsh."], [["fresh"], "demo takes --fresh and nothing else, not fresh."]])("with words it does not know, %j, does nothing", async (words, sentence) => {
    const ended = await run([path.resolve("scripts/prepare.mjs"), "demo", ...words], placeOf(await freePort()));
    expect(ended).toEqual({ code: 1, out: "", err: `\n✗ ${sentence}\n` });
  });
});
