import type { FormEvent } from "react";

/**
 * Holds back a second press while a form is on its way: of two answers the browser shows the last, and what the first one
 * tells only once would be lost. The form can be sent again where "Back" leads to it.
 */
export function sendOnce(event: FormEvent<HTMLFormElement>): void {
  const { dataset } = event.currentTarget;
  if (dataset.sent !== undefined) {
    event.preventDefault();
    return;
  }
  dataset.sent = "";
  window.addEventListener("pageshow", () => { delete dataset.sent; }, { once: true });
}
