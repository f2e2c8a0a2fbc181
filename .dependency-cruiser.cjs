const { readdirSync } = require("node:fs");

/**
 * The house, from the top floor down. A room imports rooms on lower floors only; rooms on one floor do not know each other.
 * Documented in README.md; a new room is a word in this list.
 */
const FLOORS = [
  ["routes"],
  ["seen"],
  ["outcomes", "record", "worklist"],
  ["accreditation"],
  ["review"],
  ["clips"],
  ["progress"],
  ["logbook"],
  ["pathway"],
  ["questionnaires"],
  ["messages"],
  ["programme"],
  ["people"],
  ["notices"],
  ["audit"],
  ["offline"],
  ["disclosure", "ui", "words"],
  ["platform"],
];
/** On their floor the design system shows words; everything else there stands alone. */
const MAY_KNOW = { ui: ["words"] };

const TEST = "\\.test\\.tsx?$|^tests/";
const SERVER_FILE = "\\.server\\.tsx?$";
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const foldersIn = (folder) => readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);

const ROOMS = FLOORS.flat();
const roomsOn = (from) => FLOORS.slice(from).flat();

const unknownRooms = foldersIn("app").filter((room) => !ROOMS.includes(room));
if (unknownRooms.length > 0) throw new Error(`These rooms have no floor in .dependency-cruiser.cjs: ${unknownRooms.join(", ")}`);

const floors = FLOORS.flatMap((rooms, floor) => rooms.map((room) => {
  const below = [room, ...(MAY_KNOW[room] ?? []), ...roomsOn(floor + 1)];
  return {
    name: `${room}-looks-down`,
    comment: `app/${room} imports only rooms on lower floors`,
    severity: "error",
    from: { path: `^app/${room}/`, pathNot: TEST },
    to: { path: "^(app|seeds|server|scripts)/", pathNot: `^app/(${below.join("|")})/` },
  };
}));

// A route's name holds signs that mean something in a pattern: one rule for each folder.
const routes = foldersIn("app/routes").map((route) => ({
  name: `route-alone:${route}`,
  comment: "a route never imports another route; its test may walk on to the next page",
  severity: "error",
  from: { path: `^app/routes/${escaped(route)}/`, pathNot: "\\.test\\.tsx?$" },
  to: { path: "^app/routes/", pathNot: `^app/routes/${escaped(route)}/` },
}));

module.exports = {
  forbidden: [
    ...floors,
    ...routes,
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "kysely-at-home", comment: "Kysely appears only in db/ and in *.server.ts", severity: "error",
      from: { path: "^(app|seeds|server)", pathNot: [SERVER_FILE, TEST] }, to: { path: "node_modules/kysely/" },
    },
    { name: "routes-without-kysely", severity: "error", from: { path: "^app/routes/", pathNot: TEST }, to: { path: "node_modules/kysely/|^db/" } },
    {
      name: "migrations-alone", comment: "a migration stays as it was written: it imports Kysely only", severity: "error",
      from: { path: "^db/migrations/", pathNot: "^db/migrations/index\\.ts$" }, to: { pathNot: "node_modules/kysely/" },
    },
    { name: "db-knows-no-rooms", severity: "error", from: { path: "^db/", pathNot: TEST }, to: { path: "^(app|seeds|server|scripts|tests)/" } },
    {
      name: "pure-files", comment: "what is not *.server.ts in a room is pure: no server file, no node:", severity: "error",
      from: { path: "^app/[^/]+/", pathNot: [SERVER_FILE, TEST, "^app/routes/", "^app/platform/context\\.ts$"] },
      to: { path: SERVER_FILE },
    },
    {
      name: "pure-files-without-node", severity: "error",
      from: { path: "^app/[^/]+/", pathNot: [SERVER_FILE, TEST] }, to: { dependencyTypes: ["core"] },
    },
    { name: "no-tests-in-the-app", severity: "error", from: { path: "^(app|db|seeds|server)", pathNot: TEST }, to: { path: TEST } },
    {
      name: "no-development-packages", severity: "error",
      from: { path: "^(app|db|seeds|server)", pathNot: [TEST, "^server\\.ts$", "^app/routes\\.ts$"] },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json", ".css"],
      conditionNames: ["import", "require", "node", "default", "types"],
      exportsFields: ["exports"],
    },
  },
};
