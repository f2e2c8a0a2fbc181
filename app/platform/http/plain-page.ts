/**
 * A small answer that needs nothing of the app: used where the app must not, or could not, speak for itself. A page to a browser; to
 * whoever asks for JSON `{code, refused, requestId}`, where it has a code; plain text to others.
 */
export function plainPage(at: { status: number; text: string; requestId: string; accept: string | null; code?: string }): Response {
  if (at.code !== undefined && at.accept?.includes("application/json") === true) {
    return Response.json({ code: at.code, refused: [at.text], requestId: at.requestId }, { status: at.status });
  }
  const lines = [at.text, `Request number: ${at.requestId}`];
  if (at.accept?.includes("text/html") !== true) {
    return new Response(`${lines.join("\n")}\n`, { status: at.status, headers: { "Content-Type": "text/plain; charset=utf-8" } });
  }
  const body = lines.map((line, i) => (i === 0 ? `<h1>${line}</h1>` : `<p>${line}</p>`)).join("");
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`
    + `<link rel="icon" href="/favicon.svg" type="image/svg+xml"><title>${String(at.status)} - Attune</title></head><body><main>${body}<p><a href="/">Go to the first page</a></p></main></body></html>`;
  return new Response(page, { status: at.status, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
