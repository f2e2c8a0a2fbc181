const MIN_PASSWORD_CHARACTERS = 12;
export const MAX_PASSWORD_CHARACTERS = 200;

/** Long enough, and still among the first that anybody tries. */
const COMMON = new Set([
  "123456789012", "1234567890123", "12345678901234", "123456123456", "password1234", "passwordpassword", "password12345",
  "qwertyuiop12", "qwertyuiop123", "qwertyuiopasdf", "administrator", "administrator1", "iloveyouiloveyou", "letmeinletmein",
  "welcome12345", "welcomewelcome", "changeme1234", "changemechangeme", "correcthorsebatterystaple", "videointeraction",
]);

/** Why a new password is not taken; null where it is. One sign repeated counts as common. */
export function refusePassword(password: string): "password_too_short" | "password_too_common" | null {
  if (Array.from(password).length < MIN_PASSWORD_CHARACTERS) return "password_too_short";
  const isCommon = COMMON.has(password.toLowerCase()) || new Set(password).size < 3;
  return isCommon ? "password_too_common" : null;
}

