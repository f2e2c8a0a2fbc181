import { Secret, TOTP } from "otpauth";
import { encode } from "uqr";

/** RFC 6238 as every authenticator app takes it: SHA-1, six digits, 30 seconds. */
const STEP_SECONDS = 30;
const DIGITS = 6;
const SECRET_BYTES = 20;
const ISSUER = "Attune";

function totpOf(secret: string, label = ""): TOTP {
  return new TOTP({ issuer: ISSUER, label, algorithm: "SHA1", digits: DIGITS, period: STEP_SECONDS, secret: Secret.fromBase32(secret) });
}

/** A new shared secret, 160 random bits in base 32. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/**
 * The 30-second step whose code this is: the present one or a neighbour, for clocks that go wrong. Null for a wrong
 * code and for a step not after `lastUsedStep`: a code works once.
 */
export function acceptedStep(secret: string, code: string, lastUsedStep: number | null, now: Date): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  if (delta === null) return null;
  const step = Math.floor(now.getTime() / 1000 / STEP_SECONDS) + delta;
  return lastUsedStep !== null && step <= lastUsedStep ? null : step;
}

/** A QR code as one SVG path over a grid of `size` units, its quiet border included. */
export interface QrCode {
  readonly size: number;
  readonly path: string;
}

/** The secret as a QR code that an authenticator app reads. */
export function qrCodeOf(secret: string, email: string): QrCode {
  const { data, size } = encode(totpOf(secret, email).toString(), { border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${String(x)} ${String(y)}h1v1h-1z`] : []))).join("");
  return { size, path };
}
