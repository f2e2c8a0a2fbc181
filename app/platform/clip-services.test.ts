import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { clipFolders, clipsIn } from "#tests/support/clips.ts";

import { openClipServices } from "./clip-services.server.ts";
import { keyringOf } from "./keyring.server.ts";

const ID = "0123456789abcdefghjk";

test("sealed bytes are appended, cut back, read from anywhere, and gone when removed", async () => {
  const { blobs } = clipsIn(clipFolders());
  await blobs.make(ID);
  const writer = await blobs.openWriter(ID, 0);
  await writer.append(Buffer.from("abcdef"));
  await writer.append(Buffer.from("gh"));
  await writer.close();
  const again = await blobs.openWriter(ID, 3);
  await again.append(Buffer.from("XYZ"));
  await again.close();
  const reader = await blobs.openReader(ID);
  const into = Buffer.alloc(10);
  expect([await blobs.size(ID), await reader?.read(into, 2), into.subarray(0, 4).toString()]).toEqual([6, 4, "cXYZ"]);
  await reader?.close();
  await blobs.remove(ID);
  await blobs.remove(ID);
  expect([await blobs.size(ID), await blobs.openReader(ID), await blobs.list()]).toEqual([undefined, undefined, []]);
  await expect(blobs.openWriter(ID, 0)).rejects.toThrow("ENOENT");
});

test("nothing is made twice under one id, neither bytes nor key", async () => {
  const { blobs, keys } = clipsIn(clipFolders());
  await blobs.make(ID);
  await keys.make(ID);
  await expect(blobs.make(ID)).rejects.toThrow("EEXIST");
  await expect(keys.make(ID)).rejects.toThrow("EEXIST");
  expect([await blobs.list(), await keys.list()]).toEqual([[ID], [ID]]);
});

test.each(["../attune", "a/b", "..", "", "A.sealed", `${ID}\0`, `${ID}.key`])("the id %j leads nowhere", async (id) => {
  const folders = clipFolders();
  const { blobs, keys } = clipsIn(folders);
  await blobs.make(ID);
  const ways = [() => blobs.make(id), () => blobs.size(id), () => blobs.openWriter(id, 0), () => blobs.openReader(id), () => blobs.remove(id), () => keys.make(id), () => keys.read(id), () => keys.destroy(id)];
  for (const way of ways) await expect(way()).rejects.toThrow("that is no id of ours");
  expect(await readdir(path.dirname(folders.dataFolder), { recursive: true })).toEqual(["data", "data/clips", `data/clips/${ID}.sealed`]);
});

test("a key opens again after a restart, is never on the disk in clear, and once destroyed is gone", async () => {
  const folders = clipFolders();
  const key = await clipsIn(folders).keys.make(ID);
  const { keys } = clipsIn(folders);
  expect((await keys.read(ID))?.equals(key)).toBe(true);
  const kept = await readFile(path.join(folders.keyFolder, "clips", `${ID}.key`), "utf8");
  for (const encoding of ["base64", "base64url", "hex", "latin1"] as const) expect(kept).not.toContain(key.toString(encoding));
  await keys.destroy(ID);
  await keys.destroy(ID);
  expect([await keys.read(ID), await keys.list()]).toEqual([undefined, []]);
});

test("a key wrapped by another deployment's key, or put under another clip's name, does not open", async () => {
  const folders = clipFolders();
  const { keys } = clipsIn(folders);
  await keys.make(ID);
  const other = openClipServices(folders, keyringOf(Buffer.alloc(32, 8))).keys;
  await expect(other.read(ID)).rejects.toThrow("unable to authenticate");
  const folder = path.join(folders.keyFolder, "clips");
  await writeFile(path.join(folder, "another-clip.key"), await readFile(path.join(folder, `${ID}.key`)));
  await expect(keys.read("another-clip")).rejects.toThrow("unable to authenticate");
});

test("nobody else on the machine reads keys or bytes", async () => {
  const folders = clipFolders();
  const { blobs, keys } = clipsIn(folders);
  await blobs.make(ID);
  await keys.make(ID);
  const modeOf = async (...parts: string[]): Promise<string> => ((await stat(path.join(...parts))).mode & 0o777).toString(8);
  expect([
    await modeOf(folders.keyFolder, "clips"), await modeOf(folders.keyFolder, "clips", `${ID}.key`),
    await modeOf(folders.dataFolder, "clips"), await modeOf(folders.dataFolder, "clips", `${ID}.sealed`),
  ]).toEqual(["700", "600", "700", "600"]);
});

test("destroying a key before any was made does nothing", async () => {
  const { blobs, keys } = clipsIn(clipFolders());
  await keys.destroy(ID);
  expect([await keys.list(), await blobs.list()]).toEqual([[], []]);
});
