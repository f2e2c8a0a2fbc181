/** What an address takes. Everything not in the table takes the plain form of a page. */
export interface Endpoint {
  /** Anything else is answered 405. Whatever may write is asked where it comes from. */
  readonly methods: readonly string[];
  /** Content types of a body. */
  readonly types: readonly string[];
  /** The longest body, in bytes. */
  readonly maxBytes: number;
  /** The longest that a body may take to come in, in seconds; null where it may take as long as it keeps coming. */
  readonly maxSeconds: number | null;
  /** The longest that the next piece of a body is waited for, in seconds. */
  readonly maxIdleSeconds: number;
  /** True where a body is read only from somebody who is signed in: everywhere where it may be longer than a page's form. */
  readonly needsSignIn: boolean;
  /** True where the route reads the body itself while it arrives; false where it is a form, checked before the route sees it. */
  readonly isStreamed: boolean;
  /** True where the route answers a HEAD itself; elsewhere it is a GET whose body is dropped. */
  readonly answersHead: boolean;
}

/** Addresses by the pattern of their path, without `.data` and without a stroke at the end. */
export type Endpoints = readonly (readonly [path: RegExp, takes: Partial<Endpoint>])[];

const UPLOAD = "application/offset+octet-stream";
const KB = 1024;
const MB = 1024 * KB;
const URLENCODED = "application/x-www-form-urlencoded";
const MULTIPART = "multipart/form-data";

/** The longest form of a page, in bytes. */
export const PAGE_FORM_BYTES = 100 * KB;

/** The longest film, in bytes: 1 GB. */
export const FILM_BYTES = 1_000_000_000;

const PAGE: Endpoint = {
  methods: ["GET", "HEAD", "POST"], types: [URLENCODED], maxBytes: PAGE_FORM_BYTES, maxSeconds: 300, maxIdleSeconds: 30,
  needsSignIn: false, isStreamed: false, answersHead: false,
};

/** The closed list of addresses that take something else. */
export const ENDPOINTS: Endpoints = [
  [/^\/log\/import$/, { types: [URLENCODED, MULTIPART], maxBytes: 6 * MB, needsSignIn: true }],
  // Reworded notes may come with it.
  [/^\/log\/import\/rows$/, { maxBytes: MB, needsSignIn: true }],
  [/^\/clips\/upload$/, { methods: ["POST"], types: [UPLOAD], maxBytes: FILM_BYTES, maxSeconds: null, needsSignIn: true, isStreamed: true }],
  [/^\/clips\/upload\/[^/]+$/, {
    methods: ["GET", "HEAD", "PATCH", "DELETE"], types: [UPLOAD], maxBytes: FILM_BYTES, maxSeconds: null, needsSignIn: true, isStreamed: true, answersHead: true,
  }],
  [/^\/clips\/[^/]+\/film$/, { methods: ["GET", "HEAD"], answersHead: true }],
];

/** True for the address of a page's data, as Remix's own scripts ask for it. */
export function isData(pathname: string): boolean {
  return pathname.endsWith(".data");
}

/** What the address takes; a page and its data (`.data`) take the same. */
export function endpointOf(pathname: string, endpoints: Endpoints): Endpoint {
  const path = pathname.replace(/\.data$/, "").replace(/(.)\/$/, "$1");
  const found = endpoints.find(([pattern]) => pattern.test(path));
  return found === undefined ? PAGE : { ...PAGE, ...found[1] };
}
