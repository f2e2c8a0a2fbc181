import { describe, expect, it } from "vitest";

import { renderMarkup } from "#tests/support/render.tsx";

import { AppShell } from "./app-shell.tsx";
import type { NavPlace } from "./root-data.ts";

const NAV: readonly NavPlace[] = [
  { key: "progress", label: "Progress", to: "/progress", icon: "progress" },
  { key: "waiting", label: "Waiting", to: "/waiting", icon: "waiting", count: 7 },
];
const AILSA = { id: "ailsa", name: "Ailsa Rutherglen", initials: "AR" };

function shell(props: Partial<Parameters<typeof AppShell>[0]> = {}, path = "/progress/cycles"): string {
  return renderMarkup(<AppShell person={AILSA} nav={NAV} theme="dark" path={`${path}?stage=2`} {...props}><h1>Page</h1></AppShell>, { path });
}

describe("the frame of a page", () => {
  it("begins with a link past the navigation", () => {
    const html = shell();
    expect(html.indexOf('href="#content"')).toBeLessThan(html.indexOf("<header"));
    expect(html).toContain('<main id="content"');
  });

  it("marks where one is, on pages below too, in both navigations", () => {
    expect([...shell().matchAll(/aria-current="page"[^>]*href="\/progress"|href="\/progress"[^>]*aria-current="page"/g)]).toHaveLength(2);
  });

  it("names its two navigations differently", () => {
    const names = [...shell().matchAll(/<nav[^>]*aria-label="([^"]+)"/g)].map((m) => m[1]);
    expect(names).toHaveLength(new Set(names).size);
  });

  it("says what the number beside a place means, and shows none for nothing", () => {
    expect(shell()).toMatch(/class="count">7<span class="read-aloud"> waiting<\/span>/);
    expect(shell({ nav: [{ key: "waiting", label: "Waiting", to: "/waiting", icon: "waiting", count: 0 }] })).not.toContain('class="count"');
  });

  it("lets the person sign out by a form, never by a link", () => {
    expect(shell()).toMatch(/<form method="post" action="\/sign-out"/);
    expect(shell()).not.toContain('href="/sign-out"');
  });

  it("has no navigation and no menu for somebody who is not signed in", () => {
    const html = shell({ person: null, nav: [] });
    expect(html).not.toContain("main-nav");
    expect(html).not.toContain("bottom-nav");
    expect(html).not.toContain("person-menu");
  });

  it("leads to the accessibility statement, and back to the same page after a change of theme", () => {
    const html = shell();
    expect(html).toContain('href="/accessibility"');
    expect(html).toContain('name="redirectTo" value="/progress/cycles?stage=2"');
    expect(html).toMatch(/name="theme" aria-pressed="true" value="dark"|name="theme" value="dark" aria-pressed="true"/);
  });
});
