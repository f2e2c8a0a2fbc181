import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { expect, onTestFinished, test } from "vitest";

import { contextFor, signIn, TEST_ORIGIN } from "#tests/support/actors.ts";
import { filmFixture } from "#tests/support/clips.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { NOON } from "#tests/support/logbook.ts";
import { type Filming, makeFilming, metadataOf, sha256 } from "#tests/support/uploading.ts";

import { openFilm } from "./sealed-film.server.ts";
import { RECORD_BYTES } from "./sealed-format.ts";
import { handleUpload } from "./upload-request.server.ts";

const FILM = filmFixture("sparse-keys.mp4");

const PIECE_BYTES = 16_384;

/** Tells when the route has taken so many bytes of the request that is under way. */
class Taken {
  #bytes = 0;
  #waiting: { readonly bytes: number; readonly tell: () => void } | null = null;

  async* of(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    this.#bytes = 0;
    for await (const piece of pieces) {
      yield piece;
      this.#bytes += piece.length;
      if (this.#waiting !== null && this.#bytes >= this.#waiting.bytes) this.#waiting.tell();
    }
  }

  atLeast(bytes: number): Promise<void> {
    return new Promise((tell) => { this.#waiting = { bytes, tell }; });
  }
}

/** The uploader's routes on a port of this machine, as a server hands them their requests. */
async function serve(filming: Filming): Promise<{ port: number; taken: Taken }> {
  const taken = new Taken();
  const server = createServer((message, response) => {
    const hasBody = message.method === "POST" || message.method === "PATCH";
    const init: RequestInit & { duplex: "half" } = {
      method: message.method ?? "", headers: message.headers as Record<string, string>, duplex: "half",
      ...(hasBody ? { body: Readable.toWeb(Readable.from(taken.of(message))) as ReadableStream<Uint8Array> } : {}),
    };
    const request = new Request(`${TEST_ORIGIN}${message.url ?? ""}`, init);
    handleUpload(request, contextFor(filming.db, NOON, { clips: filming.clips }), message.url?.split("/")[3]).then(async (answer) => {
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      await pipeline(Readable.from([Buffer.from(await answer.arrayBuffer())]), response);
    }).catch(() => { response.destroy(); });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => { server.closeAllConnections(); server.close(); });
  return { port: (server.address() as AddressInfo).port, taken };
}

interface Client {
  readonly at: string;
  readonly port: number;
  readonly taken: Taken;
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends the film from that offset on, and destroys the socket after so many bytes of it: no end, no goodbye. */
async function cutAfter({ at, port, taken, headers }: Client, offset: number, bytes: number): Promise<void> {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  const lines = [`PATCH ${at} HTTP/1.1`, "Host: attune.test", `Content-Length: ${String(FILM.length - offset)}`, ...Object.entries({ ...headers, "Upload-Offset": String(offset) }).map(([k, v]) => `${k}: ${v}`)];
  socket.write(`${lines.join("\r\n")}\r\n\r\n`);
  for (let sent = 0; sent < bytes; sent += PIECE_BYTES) {
    const piece = FILM.subarray(offset + sent, offset + Math.min(sent + PIECE_BYTES, bytes));
    const arrived = taken.atLeast(sent + piece.length);
    socket.write(piece);
    await arrived;
  }
  socket.destroy();
  await once(socket, "close");
}

async function offsetOf({ at, port, headers }: Client): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${String(port)}${at}`, { method: "HEAD", headers });
  expect(answer.status).toBe(200);
  return Number(answer.headers.get("upload-offset"));
}

test("a connection that is really cut, in the middle of a record, again and again: it goes on at borders, and the film is the same", async () => {
  const filming = await makeFilming(await freshDatabase());
  const { port, taken } = await serve(filming);
  const headers = { "Tus-Resumable": "1.0.0", "Content-Type": "application/offset+octet-stream", ...await signIn(filming.db, filming.world.trainee.id, NOON) };
  const made = await fetch(`http://127.0.0.1:${String(port)}/clips/upload`, {
    method: "POST", headers: { ...headers, "Content-Type": "text/plain", "Upload-Length": String(FILM.length), ...metadataOf({ entry: filming.entryId, consents: filming.consentId }) },
  });
  const client = { at: made.headers.get("location") ?? "", port, taken, headers };
  let offset = 0;
  for (const bytes of [200_000, 10, 40_000]) {
    await cutAfter(client, offset, bytes);
    const next = await offsetOf(client);
    expect(next % RECORD_BYTES).toBe(0);
    // Lost is the record that was cut, and what was still in flight between socket and seal.
    expect([next >= offset, next <= offset + bytes, offset + bytes - next < 3 * RECORD_BYTES]).toEqual([true, true, true]);
    offset = next;
  }
  expect(offset).toBeGreaterThan(0);
  const rest = await fetch(`http://127.0.0.1:${String(port)}${client.at}`, { method: "PATCH", headers: { ...headers, "Upload-Offset": String(offset) }, body: new Uint8Array(FILM.subarray(offset)) });
  expect([rest.status, rest.headers.get("upload-offset")]).toEqual([204, String(FILM.length)]);
  const id = client.at.split("/")[3] ?? "";
  const film = await openFilm(filming.clips, { id, bytes: FILM.length });
  expect(sha256(await film?.read(0, FILM.length - 1) ?? Buffer.alloc(0))).toBe(sha256(FILM));
  await film?.close();
});
