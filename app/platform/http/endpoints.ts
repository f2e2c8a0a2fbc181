/** What an address takes. Everything not in the table takes the plain form of a page. */
export interface Endpoint {
  readonly methods: readonly string[];
  /** Content types of a body. */
  readonly types: readonly string[];
  /** The longest body, in bytes. */
  readonly maxBytes: number;
  /** True where the route reads the body itself while it arrives; false where it is a form, checked before the route sees it. */
  readonly isStreamed: boolean;
}

const KB = 1024;
const MB = 1024 * KB;
const URLENCODED = "application/x-www-form-urlencoded";
const MULTIPART = "multipart/form-data";

const PAGE: Endpoint = { methods: ["GET", "HEAD", "POST"], types: [URLENCODED], maxBytes: 100 * KB, isStreamed: false };

/** The closed list of addresses that take something else. */
const TABLE: readonly (readonly [path: RegExp, Partial<Endpoint>])[] = [
  [/^\/log\/import$/, { types: [URLENCODED, MULTIPART], maxBytes: 2 * MB }],
  // The files come back as hidden fields, three bytes for many a sign.
  [/^\/log\/import\/confirm$/, { types: [URLENCODED, MULTIPART], maxBytes: 6 * MB }],
];

/** What the address takes; a page and its data (`.data`) take the same. */
export function endpointOf(pathname: string): Endpoint {
  const path = pathname.replace(/\.data$/, "").replace(/(.)\/$/, "$1");
  const found = TABLE.find(([pattern]) => pattern.test(path));
  return found === undefined ? PAGE : { ...PAGE, ...found[1] };
}
