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

/** An address with the place to come back to; the page itself where it is only read, else nothing. */
export function withReturn(address: string, request: Request): string {
  const { pathname, search } = new URL(request.url);
  if (request.method !== "GET" || pathname === "/") return address;
  return `${address}?redirectTo=${encodeURIComponent(pathname + search)}`;
}
