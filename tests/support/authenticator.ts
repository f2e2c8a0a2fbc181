import { Secret, TOTP } from "otpauth";

/** The six digits that an authenticator app with that secret, in base 32, shows at that instant. */
export function codeAt(secret: string, at: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
}
