import path from "node:path";

import { expect, test } from "vitest";

import { isLoopback, readEnvironment } from "./env.server.ts";

const production = { NODE_ENV: "production", ATTUNE_ORIGIN: "https://attune.example.org" } as const;

test("with nothing set: port 3000, ./data, ./keys, this machine's address, no demo", () => {
  expect(readEnvironment({})).toEqual({
    port: 3000, dataFolder: path.resolve("data"), keyFolder: path.resolve("keys"), origin: "http://localhost:3000",
    trustedProxies: [], isDemo: false, isProduction: false,
  });
});

test("every variable is taken; empty ones count as not set", () => {
  const environment = readEnvironment({
    ...production, PORT: "8080", ATTUNE_DATA: "/srv/data", ATTUNE_KEYS: "/srv/keys", ATTUNE_ORIGIN: "https://attune.example.org/",
    ATTUNE_TRUSTED_PROXIES: "10.0.0.1, 10.1.0.0/16,::1", ATTUNE_DEMO: "",
  });
  expect(environment).toEqual({
    port: 8080, dataFolder: "/srv/data", keyFolder: "/srv/keys", origin: "https://attune.example.org",
    trustedProxies: ["10.0.0.1", "10.1.0.0/16", "::1"], isDemo: false, isProduction: true,
  });
});

test.each([
  ["PORT", "0", "below the first port"],
  ["PORT", "65536", "above the last port"],
  ["PORT", "3000a", "not a number"],
  ["ATTUNE_ORIGIN", "attune.example.org", "no scheme"],
  ["ATTUNE_ORIGIN", "ftp://attune.example.org", "not http"],
  ["ATTUNE_ORIGIN", "https://attune.example.org/portal", "a path"],
  ["ATTUNE_ORIGIN", "https://a:b@attune.example.org", "a password"],
  ["ATTUNE_TRUSTED_PROXIES", "10.0.0.1/33", "more bits than an address has"],
  ["ATTUNE_TRUSTED_PROXIES", "proxy.example.org", "a name, not an address"],
  ["ATTUNE_DEMO", "yes", "neither 1 nor 0"],
  ["NODE_ENV", "prod", "not one of the three"],
])("%s=%s stops the start: %s", (name, value) => {
  expect(() => readEnvironment({ [name]: value })).toThrow(new RegExp(`^${name} [^\\n]+\\.$`));
});

test.each([
  ["the data folder itself", "./data"],
  ["a folder in it", "./data/keys"],
])("keys in %s are refused: a copy of the data would hold them", (_, keys) => {
  expect(() => readEnvironment({ ATTUNE_DATA: "./data", ATTUNE_KEYS: keys })).toThrow(/^ATTUNE_KEYS .*ATTUNE_DATA/);
});

test("keys in a folder whose name only begins like the data folder's are apart", () => {
  expect(readEnvironment({ ATTUNE_DATA: "/srv/data", ATTUNE_KEYS: "/srv/data-keys" }).keyFolder).toBe("/srv/data-keys");
});

test("production needs its origin, a demo in production does not", () => {
  expect(() => readEnvironment({ NODE_ENV: "production" })).toThrow(/^ATTUNE_ORIGIN is missing/);
  expect(readEnvironment({ NODE_ENV: "production", ATTUNE_DEMO: "1", PORT: "3001" }).origin).toBe("http://localhost:3001");
});

test("a demo under an address that others reach is refused", () => {
  expect(() => readEnvironment({ ...production, ATTUNE_DEMO: "1" })).toThrow(/^ATTUNE_ORIGIN has to be an address of this machine/);
});

test.each([
  ["localhost", true], ["127.0.0.1", true], ["127.1.2.3", true], ["[::1]", true], ["::1", true], ["::ffff:127.0.0.1", true],
  ["localhost.example.org", false], ["127.0.0.1.example.org", false], ["10.0.0.1", false], ["", false],
])("%s is loopback: %s", (host, answer) => {
  expect(isLoopback(host)).toBe(answer);
});
