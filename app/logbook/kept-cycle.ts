import { z } from "zod";

import { words } from "#app/words/words.ts";

import { NEW_CLIENT } from "./choices.ts";
import { normaliseClientCode } from "./codes.ts";
import { cycleForm, type CycleFormContext } from "./cycle-form.ts";
import type { Client } from "./model.ts";

const said = words.offline.refusals;

/** What a client is to a code that was typed. */
type Coded = Pick<Client, "id" | "code">;

const noted = z.object({ clientCode: z.string().optional(), client: z.string().optional() }).loose();

function withClient(raw: unknown, clients: readonly Coded[]): unknown {
  const fields = noted.safeParse(raw);
  if (!fields.success || fields.data.clientCode === undefined) return raw;
  const code = normaliseClientCode(fields.data.clientCode);
  return { ...fields.data, client: clients.find((client) => client.code === code)?.id };
}

/** The form of a cycle that was noted without a connection: its client is a code that was typed, or still to be chosen. Everything else is asked as ever. */
export function keptCycleForm(context: CycleFormContext, clients: readonly Coded[]) {
  return z.preprocess((raw) => withClient(raw, clients), cycleForm(context));
}

/** What a refusal says to somebody who sees no form: each text once, the missing client in words of its own. */
export function refusalsOf(errors: Readonly<Record<string, readonly string[] | null | undefined>>, clientCode: unknown): string[] {
  const client = typeof clientCode === "string" && clientCode !== "" && clientCode !== NEW_CLIENT ? said.unknownClient(clientCode.slice(0, 20)) : said.noClient;
  return [...new Set(Object.entries(errors).flatMap(([field, texts]) => (field === "client" ? [client] : texts ?? [])))];
}
