import { expect, test } from "vitest";

import { importContext, judged, knownClient, sheetWith } from "#tests/support/logbook-files.ts";
import { renderMarkup } from "#tests/support/render.tsx";

import { showQuestion } from "./import/say-question.ts";
import { ImportColumnsPage } from "./import-columns-page.tsx";
import { ImportDonePage } from "./import-done-page.tsx";

const LONG = "Client or family, and whoever else was there ".repeat(111).trim();
const MOST_SHOWN = 160;

/** The longest text between two tags, or in an attribute that is read aloud. */
function longestIn(markup: string): number {
  const texts = [...markup.matchAll(/>([^<]+)</g), ...markup.matchAll(/aria-label="([^"]*)"/g)].map(([, text = ""]) => text.length);
  return Math.max(...texts);
}

test("a column's name of five thousand signs is cut on the page that matches it", () => {
  const shown = [{ name: LONG, samples: [] }, { name: "Date filmed", samples: ["2026-01-13"] }];
  const sheets = [{ name: LONG, rows: 2 }, { name: "Other", rows: 2 }];
  const markup = renderMarkup(<ImportColumnsPage sheets={sheets} sheet={0} header={0} hasHeader shown={shown} columns={["client", "filmed_on"]} error={null} draft={{ file: "f", edition: 0 }} />);
  expect(markup).toContain("Client or family, and whoever else was there");
  expect(longestIn(markup.slice(markup.indexOf("<h1")))).toBeLessThan(MOST_SHOWN);
});

test("so are a label, a day, a length and a name in the questions, and a label among the pairs", () => {
  const file = sheetWith(["Client", "Date filmed", "Shared review", "Supervision date", "Minutes", "Supervisor", "Peers"], [
    { "Client": LONG, "Date filmed": `w/c 3 Feb 2026${" ".repeat(4_000)}?`, "Shared review": "2026-02-20" },
    { "Supervision date": "2026-01-16", "Minutes": "1.30", "Supervisor": LONG }, { "Supervision date": "2026-01-17", "Minutes": "60", "Peers": LONG.replaceAll(",", "").replaceAll(" and ", " ") },
  ]);
  const context = importContext({ clients: [knownClient("c", "C-7KQ4")] });
  const legends = judged(file, context).questions.map((question) => showQuestion(question, context).legend);
  expect(legends.length).toBeGreaterThan(3);
  for (const legend of legends) expect(legend.length).toBeLessThan(MOST_SHOWN);
  const done = renderMarkup(<ImportDonePage entries={1} pairs={[{ label: LONG, code: "C-7KQ4", rows: [2] }]} />);
  expect(longestIn(done.slice(done.indexOf("<h1")))).toBeLessThan(MOST_SHOWN);
});
