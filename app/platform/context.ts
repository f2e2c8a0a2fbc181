import type { Database } from "#db/database.server.ts";

import type { Background } from "./background.server.ts";
import type { ClipServices } from "./clip-services.server.ts";
import type { Clock } from "./clock.ts";
import type { Environment } from "./env.server.ts";
import type { Keyring } from "./keyring.server.ts";
import type { Mail } from "./mail.server.ts";
import type { Workers } from "./workers.server.ts";

/** What the server opens once: for routes, jobs and programs. */
export interface Services {
  readonly database: Database;
  readonly keyring: Keyring;
  readonly mail: Mail;
  readonly clock: Clock;
  readonly clips: ClipServices;
  /** For work that would hold up everybody else. */
  readonly workers: Workers;
  /** For work whose time must not be seen in the answer. */
  readonly background: Background;
}

/** What the server hands to every loader and action: its services, and what is known of this request. */
export interface AppContext extends Services {
  readonly environment: Environment;
  /** The client's address, as the trusted proxies name it. */
  readonly address: string;
  readonly requestId: string;
  /** For the scripts of this answer; undefined for answers without a page. */
  readonly nonce: string | undefined;
}
