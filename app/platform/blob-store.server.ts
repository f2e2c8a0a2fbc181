import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";

import { isId } from "./ids.ts";

/** Writes sealed bytes one after the other. */
export interface BlobWriter {
  append(bytes: Uint8Array): Promise<void>;
  /** Resolves when everything appended would outlive a power cut. */
  close(): Promise<void>;
}

/** Reads sealed bytes from anywhere. */
export interface BlobReader {
  /** Fills `into` from that place on, and returns how many bytes there were. */
  read(into: Uint8Array, at: number): Promise<number>;
  close(): Promise<void>;
}

/** Where sealed bytes lie, by id. It never sees a key. Everything rejects for an id that is none of ours. */
export interface BlobStore {
  /** Makes an empty one. */
  make(id: string): Promise<void>;
  /** Its length in bytes; undefined where there is none. */
  size(id: string): Promise<number | undefined>;
  /** Cuts it to `at` bytes and appends from there. Rejects where there is none. */
  openWriter(id: string, at: number): Promise<BlobWriter>;
  /** Undefined where there is none. */
  openReader(id: string): Promise<BlobReader | undefined>;
  /** Removes it; nothing happens where there is none. */
  remove(id: string): Promise<void>;
  /** The ids of everything that lies there, in their order. */
  list(): Promise<string[]>;
}

const PRIVATE_FOLDER = { recursive: true, mode: 0o700 } as const;
const PRIVATE_FILE = 0o600;

/** The file of an id in a folder; throws for an id that could lead anywhere else. */
export function fileOfId(folder: string, id: string, ending: string): string {
  if (!isId(id)) throw new Error("that is no id of ours");
  return path.join(folder, `${id}.${ending}`);
}

/** What the work gives; undefined where the file it is about is not there. */
export async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Makes what was done in a folder (a file made or removed) outlive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}

/** The ids of the files with that ending in a folder. */
export async function idsInFolder(folder: string, ending: string): Promise<string[]> {
  const names = await unlessMissing(readdir(folder)) ?? [];
  return names.filter((name) => name.endsWith(`.${ending}`)).map((name) => name.slice(0, -ending.length - 1)).sort();
}

async function writerAt(file: string, at: number): Promise<BlobWriter> {
  const handle = await open(file, "r+");
  await handle.truncate(at);
  let end = at;
  return {
    append: async (bytes) => {
      for (let done = 0; done < bytes.length;) {
        const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, end);
        done += bytesWritten;
        end += bytesWritten;
      }
    },
    close: () => handle.datasync().finally(() => handle.close()),
  };
}

/** A store in a folder of this machine: one file each, `<id>.sealed`. The folder is made when it is first needed. */
export function openBlobFolder(folder: string): BlobStore {
  const fileOf = (id: string): string => fileOfId(folder, id, "sealed");
  return {
    make: async (id) => {
      const file = fileOf(id);
      await mkdir(folder, PRIVATE_FOLDER);
      await (await open(file, "wx", PRIVATE_FILE)).close();
      await syncFolder(folder);
    },
    size: async (id) => (await unlessMissing(stat(fileOf(id))))?.size,
    openWriter: async (id, at) => writerAt(fileOf(id), at),
    openReader: async (id) => {
      const handle = await unlessMissing(open(fileOf(id), "r"));
      return handle && { read: async (into, at) => (await handle.read(into, 0, into.length, at)).bytesRead, close: () => handle.close() };
    },
    remove: async (id) => {
      await rm(fileOf(id), { force: true });
    },
    list: () => idsInFolder(folder, "sealed"),
  };
}
