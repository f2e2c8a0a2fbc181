import { isIP } from "node:net";
import path from "node:path";

import { z } from "zod";

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

/** A variable is wrong or missing. The message is one sentence that names it. */
export class WrongEnvironment extends Error {}

const MAX_PORT = 65_535;

/** True for a host that only this machine reaches: `localhost`, 127.0.0.0/8, `[::1]`. */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || hostname === "::1" || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(hostname);
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.origin === text;
}

function isAddressOrRange(text: string): boolean {
  const [address = "", bits, ...rest] = text.split("/");
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

const flag = z.enum(["0", "1"], "has to be 1 or 0").default("0").transform((v) => v === "1");
const folder = (fallback: string): z.ZodType<string, string | undefined> => z.string().default(fallback).transform((p) => path.resolve(p));

const variables = z.object({
  PORT: z.string().regex(/^\d{1,5}$/, "has to be a number from 1 to 65535").transform(Number)
    .refine((n) => n >= 1 && n <= MAX_PORT, "has to be a number from 1 to 65535").default(3000),
  ATTUNE_DATA: folder("data"),
  ATTUNE_KEYS: folder("keys"),
  ATTUNE_ORIGIN: z.string().transform((t) => t.replace(/\/$/, ""))
    .refine(isOrigin, "has to be scheme, host and, where it is not the usual one, port, such as https://attune.example.org").optional(),
  ATTUNE_TRUSTED_PROXIES: z.string().default("").transform((t) => t.split(",").map((p) => p.trim()).filter((p) => p !== ""))
    .refine((all) => all.every(isAddressOrRange), "has to be addresses or ranges with commas between them, such as 10.0.0.1,10.1.0.0/16"),
  ATTUNE_DEMO: flag,
  NODE_ENV: z.enum(["production", "development", "test"], "has to be production, development or test").default("development"),
});

/** An empty value counts as none: `.env` files and service managers leave such lines behind. */
function filled(source: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(source).filter((e): e is [string, string] => e[1] !== undefined && e[1].trim() !== ""));
}

function isInside(inner: string, outer: string): boolean {
  const way = path.relative(outer, inner);
  return way === "" || (!way.startsWith(`..${path.sep}`) && way !== ".." && !path.isAbsolute(way));
}

function refuseContradictions(environment: Environment, isOriginGiven: boolean): void {
  if (isInside(environment.keyFolder, environment.dataFolder)) {
    throw new WrongEnvironment("ATTUNE_KEYS has to be a folder outside ATTUNE_DATA, so that a copy of the data never holds the keys.");
  }
  if (environment.isDemo && !isLoopback(new URL(environment.origin).hostname)) {
    throw new WrongEnvironment("ATTUNE_ORIGIN has to be an address of this machine, such as http://localhost:3000, while ATTUNE_DEMO is 1.");
  }
  if (environment.isProduction && !environment.isDemo && !isOriginGiven) {
    throw new WrongEnvironment("ATTUNE_ORIGIN is missing; in production it has to say under which address people reach the portal, such as https://attune.example.org.");
  }
}

/**
 * Checks the variables and fills in what is left out.
 * Throws `WrongEnvironment` with one sentence that names the first wrong variable.
 */
export function readEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  const read = variables.safeParse(filled(source));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new WrongEnvironment(`${String(issue?.path[0])} ${issue?.message ?? "is wrong"}.`);
  }
  const environment: Environment = {
    port: read.data.PORT,
    dataFolder: read.data.ATTUNE_DATA,
    keyFolder: read.data.ATTUNE_KEYS,
    origin: read.data.ATTUNE_ORIGIN ?? `http://localhost:${String(read.data.PORT)}`,
    trustedProxies: read.data.ATTUNE_TRUSTED_PROXIES,
    isDemo: read.data.ATTUNE_DEMO,
    isProduction: read.data.NODE_ENV === "production",
  };
  refuseContradictions(environment, read.data.ATTUNE_ORIGIN !== undefined);
  return environment;
}

/** The environment of this process, with what an `.env` file beside it adds. */
export function readProcessEnvironment(): Environment {
  try {
    process.loadEnvFile();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  return readEnvironment(process.env);
}
