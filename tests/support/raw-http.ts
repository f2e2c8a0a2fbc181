import type { Server } from "node:http";
import { connect, type Socket } from "node:net";

import { onTestFinished } from "vitest";

/** Listens on a port of this machine until the test is over; gives the port. */
export async function portOf(server: Server): Promise<number> {
  await new Promise<void>((resolve) => { server.listen(0, "127.0.0.1", resolve); });
  onTestFinished(() => new Promise<void>((resolve) => {
    server.close(() => { resolve(); });
    server.closeAllConnections();
  }));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("not listening");
  return address.port;
}

/** Sends that text over a connection, and gives all that comes back until the other side ends it. */
export function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let got = "";
    const socket = connect(port, "127.0.0.1", () => { socket.write(text); });
    socket.on("data", (data) => { got += data.toString(); }).on("close", () => { resolve(got); }).on("error", reject);
  });
}

/** A connection over which that text was sent, and nothing of the answer read. */
export function connection(port: number, text: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => { socket.write(text, () => { resolve(socket); }); }).once("error", reject);
    onTestFinished(() => { socket.destroy(); });
  });
}

/** The head of a request, with the blank line that ends it. */
export function headOf(line: string, ...headers: string[]): string {
  return [line, "Host: attune.example.org", ...headers, "", ""].join("\r\n");
}

/** The status of an answer. */
export function statusOf(answer: string): string {
  return answer.split(" ")[1] ?? answer;
}
