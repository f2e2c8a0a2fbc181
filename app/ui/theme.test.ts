import { describe, expect, it } from "vitest";

import { themeCookie, themeOf } from "./theme.ts";

describe("the theme", () => {
  it.each([
    ["no cookie", null, "system"],
    ["another cookie", "session=abc", "system"],
    ["its own cookie among others", "session=abc; theme=dark", "dark"],
    ["a value that is no theme", "theme=pink", "system"],
    ["a cookie whose name only ends like it", "mytheme=dark", "system"],
    ["light", "theme=light", "light"],
  ])("is read from %s", (_why, cookie, theme) => {
    expect(themeOf(cookie)).toBe(theme);
  });

  it("is kept for a year, and sent over encrypted lines only where the portal has them", () => {
    expect(themeCookie("dark", "https://attune.example")).toBe("theme=dark; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure");
    expect(themeCookie("dark", "http://127.0.0.1:3000")).not.toContain("Secure");
  });
});
