import { Transform } from "node:stream";

const NUL = 0;

/**
 * What a rendered page is piped through: its bytes without NUL. React fills the rest of a full buffer with NUL where a letter of several
 * bytes has no room there any more, and a browser reads that in a text field, or in the page's data, as a letter that nobody typed.
 */
export function pageBody(): Transform {
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      done(null, chunk.includes(NUL) ? chunk.filter((byte) => byte !== NUL) : chunk);
    },
  });
}
