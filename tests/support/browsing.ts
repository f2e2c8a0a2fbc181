import { said } from "./read-page.ts";
import { TEST_ORIGIN } from "./actors.ts";

/** A form as it stands on a page: where it goes, and what it would send if nobody touched it. */
export interface PageForm {
  readonly action: string;
  readonly method: string;
  readonly fields: Readonly<Record<string, string>>;
}

function attributesOf(tag: string): ReadonlyMap<string, string> {
  return new Map([...tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name = "", value = ""]) => [name.toLowerCase(), textOf(value)]));
}

/** What an attribute or a text field says: its line breaks stay. */
function textOf(html: string): string {
  return html.split("\n").map((line) => (line.trim() === "" ? "" : said(line))).join("\n");
}

function fieldsOf(form: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [, tag = ""] of form.matchAll(/<input ([^>]*)>/g)) {
    const at = attributesOf(tag);
    const isOff = (at.get("type") === "radio" || at.get("type") === "checkbox") && !at.has("checked");
    if (!isOff && at.get("type") !== "file") fields[at.get("name") ?? ""] = at.get("value") ?? "";
  }
  for (const [, tag = "", options = ""] of form.matchAll(/<select ([^>]*)>(.*?)<\/select>/gs)) {
    const all = [...options.matchAll(/<option ([^>]*)>/g)].map(([, option = ""]) => attributesOf(option));
    fields[attributesOf(tag).get("name") ?? ""] = (all.find((option) => option.has("selected")) ?? all[0])?.get("value") ?? "";
  }
  for (const [, tag = "", text = ""] of form.matchAll(/<textarea ([^>]*)>(.*?)<\/textarea>/gs)) fields[attributesOf(tag).get("name") ?? ""] = textOf(text);
  return fields;
}

/** The forms of a page whose action leads to that path, in their order. */
export function formsTo(html: string, path: string): PageForm[] {
  return [...html.matchAll(/<form ([^>]*)>(.*?)<\/form>/gs)].flatMap(([, tag = "", inner = ""]) => {
    const at = attributesOf(tag);
    const action = at.get("action") ?? "";
    return action.split("?")[0] === path ? [{ action, method: at.get("method") ?? "get", fields: fieldsOf(inner) }] : [];
  });
}

/** What came back: where a redirect led, the last page stands. */
export interface Visited {
  readonly status: number;
  readonly path: string;
  readonly html: string;
}

/** A browser without scripts that keeps its cookies, whatever tab a form is sent from. */
export interface Browser {
  visit(to: string): Promise<Visited>;
  /** Sends a form that stands on a page, with what was changed in it. */
  send(form: PageForm | undefined, over?: Readonly<Record<string, string>>): Promise<Visited>;
  sendFile(to: string, file: File): Promise<Visited>;
}

const REDIRECTS: readonly number[] = [301, 302, 303];

/** Opens a browser that asks `answer`, signed in by that cookie. */
export function openBrowser(answer: (request: Request) => Promise<Response>, cookie: string): Browser {
  const jar = new Map([cookie.split("=") as [string, string]]);
  const ask = async (to: string, init: RequestInit = {}): Promise<Visited> => {
    const headers = { "sec-fetch-site": "same-origin", "accept": "text/html", "cookie": Array.from(jar, ([name, value]) => `${name}=${value}`).join("; ") };
    const response = await answer(new Request(TEST_ORIGIN + to, { ...init, headers }));
    for (const set of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (/max-age=0\b/i.test(set)) jar.delete(name);
      else jar.set(name, value);
    }
    const next = response.headers.get("location");
    if (REDIRECTS.includes(response.status) && next !== null) return ask(next);
    return { status: response.status, path: to, html: await response.text() };
  };
  return {
    visit: (to) => ask(to),
    send: (form, over = {}) => {
      if (!form) throw new Error("there is no such form on the page");
      const body = new URLSearchParams({ ...form.fields, ...over });
      return form.method === "post" ? ask(form.action, { method: "POST", body }) : ask(`${form.action.split("?")[0] ?? ""}?${body.toString()}`);
    },
    sendFile: (to, file) => {
      const body = new FormData();
      body.append("file", file);
      return ask(to, { method: "POST", body });
    },
  };
}
