import { paths } from "#app/ui/paths.ts";

/** The one page that is kept for the time without a connection. */
export const ENTRY_PAGE = paths.offline();

/** How the stores of kept files are called, before the version of the scripts. */
export const CACHE_PREFIX = "attune-entry-";

/** The files that a page or a style sheet names, each once: scripts, styles, and of the fonts the one for Latin letters. */
export function assetsOf(text: string): string[] {
  const files = text.match(/\/assets\/[\w.$~-]+\.(?:js|css|woff2)/g) ?? [];
  return [...new Set(files)].filter((file) => !file.endsWith(".woff2") || /-latin-wght-normal/.test(file));
}
