/** The content security policy of a page. In development Remix and Vite put styles into the page. */
function contentSecurityPolicy(nonce: string, isProduction: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    ...(isProduction ? ["style-src 'self'", "style-src-attr 'unsafe-inline'"] : ["style-src 'self' 'unsafe-inline'"]),
    "img-src 'self' data:",
    // A film that lies on the device is played from there before a piece of it is sent.
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

const ONE_YEAR_SECONDS = 31_536_000;

/** What also goes with files that are the same for everybody. */
export const fileHeaders = {
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "same-origin",
} as const;

/** What goes with the script that runs beside the pages: asked for anew each time, and it may speak to the portal alone. */
export const workerHeaders = {
  ...fileHeaders,
  "Cache-Control": "no-cache",
  "Content-Security-Policy": "default-src 'none'; connect-src 'self'; script-src 'self'",
} as const;

/** The headers that go with every answer; `requestId` names it in the log. */
export function securityHeaders(at: { nonce: string; requestId: string; origin: string; isProduction: boolean }): Readonly<Record<string, string>> {
  return {
    ...fileHeaders,
    "Content-Security-Policy": contentSecurityPolicy(at.nonce, at.isProduction),
    // Not `no-referrer`: with it browsers post plain forms from the origin `null`.
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "X-Request-Id": at.requestId,
    ...(at.origin.startsWith("https:") ? { "Strict-Transport-Security": `max-age=${String(ONE_YEAR_SECONDS)}` } : {}),
  };
}
