/** A normal outcome that is not an exception: the value, or the code of the rule that said no. */
export type Result<T, C extends string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: C };

/** It was done; here is what came of it. */
export function done<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** A rule said no. `explain(code)` in app/words turns the code into text. */
export function refused<C extends string>(code: C): { readonly ok: false; readonly code: C } {
  return { ok: false, code };
}
