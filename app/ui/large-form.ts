import type { FormEvent } from "react";

/** Longer than any form of a page that the portal takes, in bytes. */
const LARGE_BYTES = 100 * 1024;

function sizeOf(form: HTMLFormElement): number {
  return [...new FormData(form)].reduce((size, [name, value]) => size + (typeof value === "string" ? new URLSearchParams([[name, value]]).toString().length : value.size), 0);
}

/**
 * Lets the browser itself send a form that the portal may find too long: only then its "Back" leads to the form as it was.
 * Sent by script, the page and what was typed into it would be gone.
 */
export function sendPlainlyIfLarge(event: FormEvent<HTMLFormElement>): void {
  if (event.defaultPrevented || sizeOf(event.currentTarget) <= LARGE_BYTES) return;
  event.preventDefault();
  event.currentTarget.submit();
}
