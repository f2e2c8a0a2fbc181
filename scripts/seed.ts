import { readFileSync } from "node:fs";
import path from "node:path";

import { openClipServices } from "#app/platform/clip-services.server.ts";
import { systemClock } from "#app/platform/clock.ts";
import { readProcessEnvironment } from "#app/platform/env.server.ts";
import { NotADemo, seedDemo } from "#seeds/demo/index.ts";
import type { FilmName } from "#seeds/demo/plan.ts";
import { CannotStart, openDeployment, openKeys, runMain } from "#server/start.ts";

/** Beside this file as beside the program that is built from it. */
const FILMS = path.resolve(import.meta.dirname, "../seeds/films");

// node build/seed.js: fills the database of a demo, once.
await runMain(async () => {
  const environment = readProcessEnvironment();
  if (!environment.isDemo) throw new CannotStart("Demo people are only made where ATTUNE_DEMO is 1.");
  const database = await openDeployment(environment);
  try {
    const keyring = await openKeys(environment);
    const services = { keyring, clips: openClipServices(environment, keyring), film: (name: FilmName) => readFileSync(path.join(FILMS, `${name}.webm`)) };
    await seedDemo(database, services, systemClock());
  } catch (error) {
    throw error instanceof NotADemo ? new CannotStart(error.message, { cause: error }) : error;
  } finally {
    await database.close();
  }
});
