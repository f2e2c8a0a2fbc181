import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import fc from "fast-check";
import { expect, test } from "vitest";

import { keyringOf, openKeyring } from "./keyring.server.ts";

const keyring = keyringOf(Buffer.alloc(32, 7));
const folder = (): string => path.join(mkdtempSync(path.join(tmpdir(), "attune-keys-")), "keys");

test("what was sealed opens again, whatever the text", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => {
    expect(keyring.unseal("totp", "p1", keyring.seal("totp", "p1", text))).toBe(text);
  }));
});

test("the same text sealed twice looks different", () => {
  expect(keyring.seal("totp", "p1", "secret")).not.toBe(keyring.seal("totp", "p1", "secret"));
});

test.each([
  ["another owner", (sealed: string) => keyring.unseal("totp", "p2", sealed)],
  ["another purpose", (sealed: string) => keyring.unseal("mail", "p1", sealed)],
  ["another deployment", (sealed: string) => keyringOf(Buffer.alloc(32, 8)).unseal("totp", "p1", sealed)],
  ["a cut text", (sealed: string) => keyring.unseal("totp", "p1", sealed.slice(0, -4))],
  ["a changed text", (sealed: string) => keyring.unseal("totp", "p1", (sealed.startsWith("A") ? "B" : "A") + sealed.slice(1))],
])("%s does not open it", (_, open) => {
  expect(() => open(keyring.seal("totp", "p1", "secret"))).toThrow();
});

test("a fingerprint is the same for the same text, and another for another purpose or key", () => {
  expect(keyring.fingerprint("address", "a")).toBe(keyring.fingerprint("address", "a"));
  expect(keyring.fingerprint("address", "a")).not.toBe(keyring.fingerprint("other", "a"));
  expect(keyring.fingerprint("address", "a")).not.toBe(keyringOf(Buffer.alloc(32, 8)).fingerprint("address", "a"));
});

test("the first start makes a key that only its owner reads; the next start opens the same one", () => {
  const keys = folder();
  const sealed = openKeyring(keys).seal("totp", "p1", "secret");
  const file = path.join(keys, "deployment.key");
  expect(statSync(file).mode & 0o077).toBe(0);
  const before = readFileSync(file, "utf8");
  expect(openKeyring(keys).unseal("totp", "p1", sealed)).toBe("secret");
  expect(readFileSync(file, "utf8")).toBe(before);
});

test("a key file that holds something else is said, not replaced", () => {
  const keys = folder();
  openKeyring(keys);
  writeFileSync(path.join(keys, "deployment.key"), "short");
  expect(() => openKeyring(keys)).toThrow("does not hold a key of 32 bytes");
});
