import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Keys of this deployment: sealing small secrets and keyed fingerprints, each purpose with a key of its own. */
export interface Keyring {
  /** AES-256-GCM; `purpose` and `owner` are bound to it: a secret moved to another row does not open. */
  seal(purpose: string, owner: string, text: string): string;
  /** Throws where the text was tampered with, or sealed for another purpose, owner or deployment. */
  unseal(purpose: string, owner: string, sealed: string): string;
  /** HMAC-SHA-256 in hex: the same text gives the same fingerprint, and nobody without the key can try texts. */
  fingerprint(purpose: string, text: string): string;
}

/** A keyring over one 32-byte key. */
export function keyringOf(deploymentKey: Buffer): Keyring {
  const keyFor = (purpose: string): Buffer => Buffer.from(hkdfSync("sha256", deploymentKey, "", `attune:${purpose}`, KEY_BYTES));
  return {
    seal: (purpose, owner, text) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), nonce).setAAD(Buffer.from(owner));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString("base64url");
    },
    unseal: (purpose, owner, sealed) => {
      const bytes = Buffer.from(sealed, "base64url");
      const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), bytes.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(-TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString("utf8");
    },
    fingerprint: (purpose, text) => createHmac("sha256", keyFor(purpose)).update(text).digest("hex"),
  };
}

/** Opens the deployment's key in the key folder, making both on the first start. */
export function openKeyring(folder: string): Keyring {
  const file = path.join(folder, "deployment.key");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!existsSync(file)) writeFileSync(file, randomBytes(KEY_BYTES).toString("base64"), { mode: 0o600, flag: "wx" });
  const key = Buffer.from(readFileSync(file, "utf8").trim(), "base64");
  if (key.length !== KEY_BYTES) throw new Error(`${file} does not hold a key of ${String(KEY_BYTES)} bytes; restore it from where the keys are kept`);
  return keyringOf(key);
}
