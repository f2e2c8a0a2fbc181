import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A proxy between a browser and the portal that notes what leaves the browser, and can cut the connection. */
export interface RecordingProxy {
  /** For a browser context: everything goes through it, this machine's own addresses too. */
  readonly options: { readonly proxy: { readonly server: string; readonly bypass: string } };
  /** Bodies of all requests so far, in the order in which they began, as far as they left the browser. */
  sent(): Buffer;
  /** Requests so far that had a body. */
  count(): number;
  /** Cuts the connection each time so many bytes of one body have passed, so many times. */
  cut(afterBytes: number, times: number): void;
  /** How often it was cut. */
  cuts(): number;
  close(): Promise<void>;
}

/** Starts one. */
export async function startProxy(): Promise<RecordingProxy> {
  const bodies: Buffer[][] = [];
  const cutting = { afterBytes: 0, left: 0, done: 0 };
  const forward = (asked: IncomingMessage, answer: ServerResponse): void => {
    const body: Buffer[] = [];
    bodies.push(body);
    let passed = 0;
    const up = request(asked.url ?? "", { method: asked.method, headers: asked.headers }, (came) => {
      answer.writeHead(came.statusCode ?? 502, came.headers);
      came.pipe(answer);
    });
    up.on("error", () => { answer.destroy(); });
    asked.on("data", (chunk: Buffer) => {
      body.push(chunk);
      passed += chunk.byteLength;
      if (cutting.left > 0 && passed >= cutting.afterBytes) {
        cutting.left -= 1;
        cutting.done += 1;
        up.destroy();
        asked.socket.destroy();
        return;
      }
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
    cut: (afterBytes, times) => { Object.assign(cutting, { afterBytes, left: times }); },
    cuts: () => cutting.done,
    close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(() => { resolve(); }); }),
  };
}
