import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";

import { openRecord, RecordDamaged, type RecordPlace, sealRecord } from "./sealed-format.server.ts";
import { filmBytesIn, lastIndexOf, OVERHEAD_BYTES, RECORD_BYTES, SEALED_RECORD_BYTES, sealedBytesOf } from "./sealed-format.ts";

const hex = z.string().transform((text) => Buffer.from(text, "hex"));
const vectors = z.object({
  records: z.array(z.object({ name: z.string(), key: hex, clip: z.string(), index: z.number(), final: z.boolean(), nonce: hex, film: hex, record: hex })),
  film: z.object({ key: hex, clip: z.string(), bytes: z.number(), nonces: z.array(hex), filmSha256: z.string(), sealedBytes: z.number(), sealedSha256: z.string() }),
}).parse(JSON.parse(readFileSync("tests/fixtures/sealed/vectors.json", "utf8")));

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

function sealed(key: Uint8Array, place: RecordPlace, film: Uint8Array, nonce?: Uint8Array): Buffer {
  const out = Buffer.alloc(film.length + OVERHEAD_BYTES);
  expect(sealRecord(key, place, [film], out, 0, nonce)).toBe(out.length);
  return out;
}

describe("the vectors of docs/sealed-format.md, made by another implementation", () => {
  test.each(vectors.records)("$name", ({ key, clip, index, final, nonce, film, record }) => {
    const place = { clipId: clip, index, isFinal: final };
    expect(sealed(key, place, film, nonce).toString("hex")).toBe(record.toString("hex"));
    expect(openRecord(key, place, record).toString("hex")).toBe(film.toString("hex"));
  });

  test("a film of two records", () => {
    const { key, clip, bytes, nonces, filmSha256, sealedBytes, sealedSha256 } = vectors.film;
    const film = Buffer.from(Array.from({ length: bytes }, (_, i) => (i * 7 + Math.floor(i / 251)) % 256));
    const [first, last] = [film.subarray(0, RECORD_BYTES), film.subarray(RECORD_BYTES)];
    const all = Buffer.concat([
      sealed(key, { clipId: clip, index: 0, isFinal: false }, first, nonces[0]),
      sealed(key, { clipId: clip, index: 1, isFinal: true }, last, nonces[1]),
    ]);
    expect([sha256(film), all.length, sha256(all)]).toEqual([filmSha256, sealedBytes, sealedSha256]);
    expect(sealedBytesOf(bytes)).toBe(sealedBytes);
  });
});

describe("tampering", () => {
  const key = randomBytes(32);
  const place: RecordPlace = { clipId: "clip-one", index: 1, isFinal: false };
  const film = randomBytes(300);
  const record = sealed(key, place, film);
  const refused = (at: RecordPlace, bytes: Uint8Array, by: Uint8Array = key): void => {
    expect(() => openRecord(by, at, bytes)).toThrow(RecordDamaged);
  };

  test("the untouched record opens", () => { expect(openRecord(key, place, record).equals(film)).toBe(true); });
  test("a record in another's place is refused", () => { refused({ ...place, index: 2 }, record); });
  test("a record that claims to end the film is refused", () => { refused({ ...place, isFinal: true }, record); });
  test("an end that claims that more follows is refused", () => {
    refused({ ...place, isFinal: false }, sealed(key, { ...place, isFinal: true }, film));
  });
  test("another clip's record is refused, under the same key too", () => { refused({ ...place, clipId: "clip-two" }, record); });
  test("another key opens nothing", () => { refused(place, record, randomBytes(32)); });
  test("a record that is cut short is refused, wherever", () => {
    for (const length of [0, 1, 12, 28, record.length - 1]) refused(place, record.subarray(0, length));
  });
  test("a record with something added is refused", () => { refused(place, Buffer.concat([record, Buffer.alloc(1)])); });
  test("one flipped bit is noticed, wherever it is", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: record.length * 8 - 1 }), (bit) => {
      const flipped = Buffer.from(record);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      refused(place, flipped);
    }));
  });
});

test("the same film is never sealed to the same bytes twice", () => {
  const [key, place, film] = [randomBytes(32), { clipId: "clip", index: 0, isFinal: true }, randomBytes(50)];
  expect(sealed(key, place, film).equals(sealed(key, place, film))).toBe(false);
});

test.each([
  ["a single byte", 1, 0, 29],
  ["one below a record", RECORD_BYTES - 1, 0, RECORD_BYTES - 1 + 28],
  ["a whole record", RECORD_BYTES, 0, RECORD_BYTES + 28],
  ["one above", RECORD_BYTES + 1, 1, RECORD_BYTES + 1 + 56],
  ["two whole records", 2 * RECORD_BYTES, 1, 2 * RECORD_BYTES + 56],
])("%s: last record and sealed length", (_, bytes, last, sealedLength) => {
  expect([lastIndexOf(bytes), sealedBytesOf(bytes)]).toEqual([last, sealedLength]);
});

test.each([
  ["nothing yet", 0, 0],
  ["a torn first record", SEALED_RECORD_BYTES - 1, 0],
  ["one whole record", SEALED_RECORD_BYTES, RECORD_BYTES],
  ["one and a bit", SEALED_RECORD_BYTES + 27, RECORD_BYTES],
  ["two, the last torn", 2 * SEALED_RECORD_BYTES + 32, 2 * RECORD_BYTES],
  ["all of it", 2 * SEALED_RECORD_BYTES + 33, 2 * RECORD_BYTES + 5],
])("of a film of two records and five bytes lies whole: %s", (_, length, whole) => {
  expect(filmBytesIn(length, 2 * RECORD_BYTES + 5)).toBe(whole);
});

test("an offset is always a border or the end, and never more than was sealed", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 5 * RECORD_BYTES }), fc.nat(6 * SEALED_RECORD_BYTES), (bytes, length) => {
    const offset = filmBytesIn(length, bytes);
    expect(offset === bytes || offset % RECORD_BYTES === 0).toBe(true);
    expect(offset).toBeLessThanOrEqual(Math.min(bytes, length));
  }));
});
