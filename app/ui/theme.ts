import { THEMES } from "./root-data.ts";
import type { Theme } from "./root-data.ts";

const SECONDS_PER_YEAR = 31_536_000;

/** The theme that the cookie names; `system` without one. */
export function themeOf(cookie: string | null): Theme {
  const value = /(?:^|;\s*)theme=([a-z]+)/.exec(cookie ?? "")?.[1];
  return THEMES.find((theme) => theme === value) ?? "system";
}

/** The cookie that keeps a theme for a year. It holds no secret, so `secure` follows the origin. */
export function themeCookie(theme: Theme, origin: string): string {
  const secure = origin.startsWith("https:") ? "; Secure" : "";
  return `theme=${theme}; Path=/; Max-Age=${String(SECONDS_PER_YEAR)}; HttpOnly; SameSite=Lax${secure}`;
}
