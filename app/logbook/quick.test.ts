import { expect, it } from "vitest";

import { newSupervisionDefaults, quickCycle } from "./quick.ts";

const client = (id: string, closedOn: string | null = null) => ({ id, code: `C-${id}`, closedOn });

it("begins with the open client of the latest work, today, the shared review still to come", () => {
  const { clients, ...chosen } = quickCycle("form", [client("closed", "2026-03-01"), client("latest"), client("b"), client("c"), client("d")]);
  expect(clients.map(({ id }) => id)).toEqual(["latest", "b", "c"]);
  expect(chosen).toEqual({ requestId: "form", client: "latest", filmedOnChoice: "today", reviewedOnChoice: "not_yet" });
});

it("begins with a new client where none is open", () => {
  expect(quickCycle("form", [client("closed", "2026-03-01")])).toMatchObject({ clients: [], client: "new" });
});

it("takes over the last session, but never its day", () => {
  const last = { supervisorId: "mairi", minutes: 90, mode: "remote", format: "group" } as const;
  expect(newSupervisionDefaults("own", last)).toEqual({ heldOnChoice: "today", format: "group", supervisorId: "mairi", minutes: "90", mode: "remote" });
  expect(newSupervisionDefaults("own", { ...last, mode: null })).not.toHaveProperty("mode");
  expect(newSupervisionDefaults("own", undefined)).toEqual({ heldOnChoice: "today", format: "individual", supervisorId: "own" });
  expect(newSupervisionDefaults(null, undefined)).not.toHaveProperty("supervisorId");
});
