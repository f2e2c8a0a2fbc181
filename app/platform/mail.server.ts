import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

import { createTransport } from "nodemailer";

import { type Clock, instantOf } from "./clock.ts";
import { newId } from "./ids.ts";

/** One letter, plain text. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Takes letters. Until a mail server is set up they are kept as `.eml` files and shown on the console. */
export interface Mail {
  send(letter: Letter): Promise<void>;
}

interface Outbox {
  readonly folder: string;
  /** The sender's address. */
  readonly from: string;
  readonly clock: Clock;
  /** Shows a letter to whoever runs the portal. */
  readonly print: (text: string) => void;
}

/** Keeps each letter as an `.eml` file that any mail program opens, the earliest name first, and prints it. */
export function openMail({ folder, from, clock, print }: Outbox): Mail {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  return {
    send: async (letter) => {
      const at = clock();
      const composed = await composer.sendMail({ ...letter, from, date: at });
      if (!Buffer.isBuffer(composed.message)) throw new Error("the letter was not composed in one piece");
      const file = path.join(folder, `${instantOf(at).replaceAll(":", "-")}-${newId()}.eml`);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(file, composed.message, { mode: 0o600, flag: "wx" });
      print(`Letter to ${letter.to}: ${letter.subject}\n\n${letter.text}\n\nKept as ${file}`);
    },
  };
}
