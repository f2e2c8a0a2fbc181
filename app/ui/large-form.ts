import type { FormEvent } from "react";

import { PAGE_FORM_BYTES } from "#app/platform/http/endpoints.ts";

function sizeOf(form: HTMLFormElement): number {
  return [...new FormData(form)].reduce((size, [name, value]) => size + (typeof value === "string" ? new URLSearchParams([[name, value]]).toString().length : value.size), 0);
}

/**
 * Lets the browser itself send a form that the portal may find too long: only then its "Back" leads to the form as it was.
 * Sent by script, the page and what was typed into it would be gone.
 */
export function sendPlainlyIfLarge(event: FormEvent<HTMLFormElement>): void {
  if (event.defaultPrevented || sizeOf(event.currentTarget) <= PAGE_FORM_BYTES) return;
  event.preventDefault();
  event.currentTarget.submit();
}
