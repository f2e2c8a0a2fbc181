import { readFileSync } from "node:fs";

import type { ImportContext, KnownPerson } from "#app/logbook/import/context.ts";
import { readTemplate } from "#app/logbook/import/read-template.ts";
import { csvText, TEMPLATE_COLUMNS, type TemplateColumn, type TemplateFile, type TemplateKind } from "#app/logbook/import/template.ts";

/** The bytes of a file of the tidy sample logbook: 20 cycles, 17 supervision and 3 peer supervision sessions of one trainee. */
export function tidyFile(name: "cycles" | "supervision" | "peer-supervision"): Uint8Array {
  return readFileSync(new URL(`../fixtures/logbook-tidy/${name}.csv`, import.meta.url));
}

const person = (id: string, name: string, email: string, over: Partial<KnownPerson> = {}): KnownPerson => ({ id, name, email, isExternal: false, verifiedOn: null, ...over });

/** Everybody whom the tidy sample logbook names; today is 21 November 2026, and nothing is logged yet. */
export function importContext(over: Partial<ImportContext> = {}): ImportContext {
  return {
    today: "2026-11-21", startedOn: "2025-09-01", trainee: person("me", "Rhona Test", "rhona.test@example.org"), clients: [],
    supervisors: [
      person("agnieszka", "Agnieszka Wiśniewska-Reid", "agnieszka.wisniewska-reid@example.org"),
      person("harpreet", "Harpreet Kaur Sandhu", "Harpreet.Sandhu@example.scot"),
      person("hanneke", "Hanneke de Vries", "hanneke.devries@example.net", { isExternal: true }),
      person("ewa", "Ewa Kaczmarek", "ewa.kaczmarek@example.net", { isExternal: true, verifiedOn: "2026-02-02" }),
    ],
    fellowTrainees: [
      person("tomasz", "Tomasz Zieliński", "tomasz.zielinski@example.org"), person("nadia", "Nadia Hussain", "nadia.hussain@example.scot"),
      person("eilidh", "Eilidh Buchanan", "eilidh.buchanan@example.scot"), person("rhys", "Rhys Llywelyn", "rhys.llywelyn@example.org"),
    ],
    knownNames: ["Rhona Test", "Agnieszka Wiśniewska-Reid", "Harpreet Kaur Sandhu", "Hanneke de Vries", "Ewa Kaczmarek", "Tomasz Zieliński", "Nadia Hussain", "Eilidh Buchanan", "Rhys Llywelyn"],
    logged: [], knownRows: new Map(), fingerprint: (text) => `f:${text}`, namesAreFine: new Set(), ...over,
  };
}

/** A file of the template with those rows, empty where a row says nothing. */
export function fileOf(kind: TemplateKind, rows: readonly Partial<Record<TemplateColumn, string>>[]): TemplateFile {
  const columns: readonly TemplateColumn[] = TEMPLATE_COLUMNS[kind];
  const read = readTemplate(csvText([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))]));
  if (!read.ok) throw new Error(`the file could not be read: ${read.problem.code}`);
  return read.file;
}
