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

/** The path of an address as the log may hold it: no query, and nothing that could be a token or an e-mail address. */
export function loggablePath(target: string): string {
  const [path = ""] = target.split(/[?#]/);
  const segments = path.split("/");
  return segments.map((s, i) => (isPlain(s) && segments[i - 1] !== "reset" ? s : "-hidden-")).join("/");
}

function isPlain(segment: string): boolean {
  return segment.length <= MAX_PLAIN_SEGMENT && /^[a-z0-9_.-]*$/i.test(segment);
}

/** Logs an error that nobody expected: where it happened and of what kind, under the id that the page shows. */
export function logUnexpected(error: unknown, at: { readonly requestId: string; readonly method: string; readonly target: string }): void {
  logLine("error", "unexpected", { requestId: at.requestId, method: at.method, path: loggablePath(at.target), ...describe(error) });
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
