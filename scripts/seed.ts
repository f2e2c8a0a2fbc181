import { systemClock } from "#app/platform/clock.ts";
import { readProcessEnvironment } from "#app/platform/env.server.ts";
import { NotADemo, seedDemo } from "#seeds/demo/index.ts";
import { CannotStart, openDeployment, openKeys, runMain } from "#server/start.ts";

// node build/seed.js: fills the database of a demo, once.
await runMain(async () => {
  const environment = readProcessEnvironment();
  if (!environment.isDemo) throw new CannotStart("Demo people are only made where ATTUNE_DEMO is 1.");
  const database = await openDeployment(environment);
  try {
    await seedDemo(database, await openKeys(environment), systemClock());
  } catch (error) {
    throw error instanceof NotADemo ? new CannotStart(error.message, { cause: error }) : error;
  } finally {
    await database.close();
  }
});
