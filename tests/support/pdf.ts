import { inflateSync } from "node:zlib";

/** A PDF as far as a reader of it goes: what kinds of things its structure names, what the document says of itself, and the text of each page. */
export interface ReadPdf {
  readonly raw: string;
  /** How often each kind of structure stands in it. */
  readonly structure: Readonly<Record<string, number>>;
  readonly pages: readonly string[];
}

interface Thing { readonly dictionary: string; readonly stream: string | null }

function thingsIn(bytes: Buffer): Map<string, Thing> {
  const raw = bytes.toString("latin1");
  const things = new Map<string, Thing>();
  for (const match of raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)endobj/g)) {
    const [, id = "", body = ""] = match;
    const at = body.indexOf("stream\n");
    const dictionary = at < 0 ? body : body.slice(0, at);
    const start = match.index + match[0].indexOf("stream\n") + "stream\n".length;
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0);
    const packed = bytes.subarray(start, start + length);
    things.set(id, { dictionary, stream: at < 0 ? null : dictionary.includes("FlateDecode") ? inflateSync(packed).toString("latin1") : packed.toString("latin1") });
  }
  return things;
}

const hexText = (hex: string): string => Buffer.from(hex, "hex").swap16().toString("utf16le");

/** What each sign of a font stands for. */
function unicodeOf(map: string): Map<number, string> {
  const signs = new Map<number, string>();
  for (const [, from = "", , list = ""] of map.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi)) {
    for (const [n, [, hex = ""]] of [...list.matchAll(/<([0-9a-f ]+)>/gi)].entries()) signs.set(Number.parseInt(from, 16) + n, hexText(hex.replaceAll(" ", "")));
  }
  return signs;
}

function textOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> = new Map();
  let text = "";
  for (const [whole, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]*>|[-\d.\s])*)\] TJ|BDC/gi)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map();
    else if (shown === undefined) text += whole === "BDC" ? "\n" : "";
    else for (const [, hex = ""] of shown.matchAll(/<([0-9a-f]*)>/gi)) for (const sign of hex.match(/.{4}/g) ?? []) text += font.get(Number.parseInt(sign, 16)) ?? "\ufffd";
  }
  return text;
}

/** Reads a PDF as pdfkit writes it. */
export function readPdf(file: Uint8Array): ReadPdf {
  const bytes = Buffer.from(file);
  const things = thingsIn(bytes);
  const refs = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? "");
  const fonts = new Map<string, Map<number, string>>();
  const pages: string[] = [];
  for (const { dictionary } of things.values()) {
    if (!/\/Type \/Page\b/.test(dictionary)) continue;
    const resources = things.get(/\/Resources (\d+) 0 R/.exec(dictionary)?.[1] ?? "")?.dictionary ?? dictionary;
    for (const [, name = "", ref = ""] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(things.get(ref)?.dictionary ?? "")?.[1] ?? "";
      fonts.set(name, unicodeOf(things.get(map)?.stream ?? ""));
    }
    pages.push(refs(dictionary, /\/Contents (\d+) 0 R/g).map((id) => textOf(things.get(id)?.stream ?? "", fonts)).join(""));
  }
  const structure: Record<string, number> = {};
  for (const { dictionary } of things.values()) {
    const kind = /\/S \/(\w+)/.exec(dictionary)?.[1];
    if (kind !== undefined) structure[kind] = (structure[kind] ?? 0) + 1;
  }
  return { raw: bytes.toString("latin1"), structure, pages };
}
