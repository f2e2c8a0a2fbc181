const MS_PER_SECOND = 1000;
const SECONDS_PER_MINUTE = 60;

const TYPED_TIME = /^(\d{1,3}):([0-5]?\d)(?:[.,](\d{1,3}))?$/;

/** A time in the film as it is typed, "0:14" or "12:03.5", in milliseconds; undefined for anything else. */
export function readTime(typed: string): number | undefined {
  const found = TYPED_TIME.exec(typed.trim());
  if (!found) return undefined;
  const [, minutes = "", seconds = "", part = ""] = found;
  return (Number(minutes) * SECONDS_PER_MINUTE + Number(seconds)) * MS_PER_SECOND + Number(part.padEnd(3, "0"));
}

/** A time in the film to the second, rounded down: "0:14". */
export function showTime(ms: number): string {
  const seconds = Math.floor(ms / MS_PER_SECOND);
  return `${String(Math.floor(seconds / SECONDS_PER_MINUTE))}:${String(seconds % SECONDS_PER_MINUTE).padStart(2, "0")}`;
}

/** The same as exactly as it is known, to the tenth at least: "0:14.0", "0:14.94". Read again it is the same time. */
export function showTimeExactly(ms: number): string {
  const part = String(ms % MS_PER_SECOND).padStart(3, "0").replace(/0{1,2}$/, "");
  return `${showTime(ms)}.${part}`;
}
