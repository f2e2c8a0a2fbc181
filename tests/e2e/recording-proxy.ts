import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A proxy between a browser and the portal that notes what leaves the browser. */
export interface RecordingProxy {
  /** For a browser context: everything goes through it, this machine's own addresses too. */
  readonly options: { readonly proxy: { readonly server: string; readonly bypass: string } };
  /** Bodies of all requests so far, in the order in which they began, as far as they left the browser. */
  sent(): Buffer;
  /** Requests so far that had a body. */
  count(): number;
  close(): Promise<void>;
}

/** Starts one. */
export async function startProxy(): Promise<RecordingProxy> {
  const bodies: Buffer[][] = [];
  const forward = (asked: IncomingMessage, answer: ServerResponse): void => {
    const body: Buffer[] = [];
    bodies.push(body);
    const up = request(asked.url ?? "", { method: asked.method, headers: asked.headers }, (came) => {
      answer.writeHead(came.statusCode ?? 502, came.headers);
      came.pipe(answer);
    });
    up.on("error", () => { answer.destroy(); });
    asked.on("data", (chunk: Buffer) => {
      body.push(chunk);
      up.write(chunk);
    });
    asked.on("end", () => { up.end(); });
    asked.on("close", () => { if (!asked.complete) up.destroy(); });
  };
  const server = createServer(forward).listen(0, "127.0.0.1");
  await new Promise((resolve) => { server.once("listening", resolve); });
  const { port } = server.address() as AddressInfo;
  return {
    options: { proxy: { server: `http://127.0.0.1:${String(port)}`, bypass: "<-loopback>" } },
    sent: () => Buffer.concat(bodies.flat()),
    count: () => bodies.filter((body) => body.length > 0).length,
    close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(() => { resolve(); }); }),
  };
}
