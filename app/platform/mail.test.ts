import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { expect, test } from "vitest";

import { openMail } from "./mail.server.ts";

function outbox(printed: string[] = []) {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), "attune-mail-")), "outbox");
  const mail = openMail({
    folder, from: "attune@attune.example.org", clock: () => new Date("2026-03-12T09:30:00.000Z"), print: (text) => { printed.push(text); },
  });
  const letters = (): string[] => readdirSync(folder).sort().map((name) => readFileSync(path.join(folder, name), "utf8"));
  return { folder, mail, letters };
}

test("a letter is kept as a file that mail programs open, and printed", async () => {
  const printed: string[] = [];
  const { folder, mail, letters } = outbox(printed);
  await mail.send({ to: "ada@example.org", subject: "Your link", text: "https://attune.example.org/reset/abc" });
  expect(readdirSync(folder)[0]).toMatch(/^2026-03-12T09-30-00\.000Z-[0-9a-z]{20}\.eml$/);
  const [letter = ""] = letters();
  expect(letter).toContain("From: attune@attune.example.org\r\n");
  expect(letter).toContain("To: ada@example.org\r\n");
  expect(letter).toContain("Subject: Your link\r\n");
  expect(letter).toContain("\r\n\r\nhttps://attune.example.org/reset/abc");
  expect(printed.join("")).toContain("https://attune.example.org/reset/abc");
});

test("two letters of the same moment are two files", async () => {
  const { mail, letters } = outbox();
  await Promise.all(["One", "Two"].map((subject) => mail.send({ to: "ada@example.org", subject, text: "…" })));
  expect(letters()).toHaveLength(2);
});

test("a subject with a line break adds no header", async () => {
  const { mail, letters } = outbox();
  await mail.send({ to: "ada@example.org", subject: "Hello\r\nBcc: eve@example.org", text: "…" });
  expect(letters()[0]).not.toMatch(/^Bcc:/m);
});
