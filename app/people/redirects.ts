/** Stands for our own origin while an address is looked at; nothing is ever sent there. */
const OWN = "http://own.invalid";

/**
 * The address to go on to, where it is a path of this portal; otherwise `fallback`. Refuses everything that a
 * browser could read as another host: `//host`, backslashes, control signs, schemes.
 */
export function safeRedirect(to: string | null | undefined, fallback: string): string {
  if (!to?.startsWith("/") || to.length > 500) return fallback;
  // Browsers drop tabs and line ends from addresses.
  if (/^\/\/|[\\\u0000-\u001f\u007f]/.test(to) || !URL.canParse(to, OWN)) return fallback;
  const url = new URL(to, OWN);
  const path = `${url.pathname}${url.search}${url.hash}`;
  return url.origin === OWN && !path.startsWith("//") ? path : fallback;
}

/** The page from which a form was sent, as the browser names it: a form may be posted to an address that is no page. */
function pageOfForm(request: Request): URL | null {
  const page = request.headers.get("referer");
  return page !== null && URL.canParse(page) && new URL(page).origin === new URL(request.url).origin ? new URL(page) : null;
}

/**
 * An address with the place to come back to: the page itself where it is only read, the form's page where one was sent,
 * else nothing. `unsaved` says that a form was sent, which nobody has read.
 */
export function withReturn(address: string, request: Request): string {
  const isRead = request.method === "GET";
  const page = isRead ? new URL(request.url) : pageOfForm(request);
  const back = page === null || page.pathname === "/" ? [] : [`redirectTo=${encodeURIComponent(page.pathname + page.search)}`];
  const query = [...back, ...(isRead ? [] : ["unsaved=1"])].join("&");
  return query === "" ? address : `${address}?${query}`;
}
