/** Answers that a loader or an action throws; the page's error boundary says what they mean. */

/** 404: not there, or not visible to whoever asks; the same answer for both. */
export function notFound(): Response {
  return new Response("Not found", { status: 404, statusText: "Not Found" });
}

/** 403: visible to whoever asks, but not theirs to do. */
export function forbidden(): Response {
  return new Response("Forbidden", { status: 403, statusText: "Forbidden" });
}

/** 400: what was sent cannot be read. */
export function badRequest(): Response {
  return new Response("Bad request", { status: 400, statusText: "Bad Request" });
}
