/** The checked environment of the process. */
export interface Environment {
  readonly port: number;
  readonly dataFolder: string;
  readonly keyFolder: string;
  /** Scheme, host and port under which people reach the portal; the only origin that is believed. */
  readonly origin: string;
  readonly trustedProxies: readonly string[];
  readonly isDemo: boolean;
  readonly isProduction: boolean;
}
