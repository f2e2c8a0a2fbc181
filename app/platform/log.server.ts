/** What a line may carry: ids, counts, codes and paths; never names, addresses, tokens, or what somebody typed. */
type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;
type Level = "info" | "error";

const MAX_PLAIN_SEGMENT = 40;
const MAX_FRAMES = 12;
/** Errors of the engine and the database speak of code and columns; any other message may quote what somebody typed. */
const SPEAKS_OF_CODE = new Set(["TypeError", "ReferenceError", "RangeError", "SqliteError"]);

/** Writes one line of JSON. */
export function logLine(level: Level, event: string, fields: LogFields = {}): void {
  const line = JSON.stringify({ level, event, ...fields });
  if (level === "error") console.error(line);
  else console.log(line);
}

/** The parts of a path that a route names, as Remix found them: `*` for the rest of an address. */
type Params = Readonly<Record<string, string | undefined>>;

/** The path of an address as the log may hold it: no query, the route's names for what stands in their place, else words of ours only. */
export function loggablePath(target: string, params: Params = {}): string {
  const [path = ""] = target.split(/[?#]/);
  const { "*": rest, ...named } = params;
  const names = new Map(Object.entries(named).map(([name, value]) => [value, `:${name}`]));
  const segments = path.replace(/\/+$/, "").split("/");
  const own = rest === undefined ? segments : segments.slice(0, -rest.split("/").length);
  const shown = own.map((s, i) => names.get(decoded(s)) ?? (isPlain(s) && own[i - 1] !== "reset" ? s : "-hidden-"));
  return [...shown, ...(rest === undefined ? [] : ["*"])].join("/") || "/";
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** True for what looks like a word of our addresses: a number could be somebody's, and so could a name. */
function isPlain(segment: string): boolean {
  return segment.length <= MAX_PLAIN_SEGMENT && /^[a-z.-]*$/.test(segment);
}

/** Where an error came up. */
interface At {
  readonly requestId: string;
  readonly method: string;
  /** The address that was asked for, or the name of the work that was being done. */
  readonly target: string;
  /** What the route that answered makes of the address, where one did. */
  readonly params?: Params | undefined;
}

/** Logs an error that nobody expected: where it happened and of what kind, under the id that the page shows. */
export function logUnexpected(error: unknown, { requestId, method, target, params }: At): void {
  logLine("error", "unexpected", { requestId, method, path: loggablePath(target, params), ...describe(error) });
}

function describe(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)).slice(0, MAX_FRAMES).map((line) => line.trim());
  return {
    error: error.name,
    ...("code" in error && typeof error.code === "string" ? { code: error.code } : {}),
    ...(SPEAKS_OF_CODE.has(error.name) ? { message: error.message } : {}),
    stack: frames.join("\n"),
  };
}
