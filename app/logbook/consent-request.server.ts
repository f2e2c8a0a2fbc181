import type { Actor } from "#app/people/model.ts";
import { requireActor } from "#app/people/request.server.ts";
import type { AppContext } from "#app/platform/context.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { isId } from "#app/platform/ids.ts";

import type { Consent } from "./consent-model.ts";
import { listConsents } from "./consent-queries.server.ts";
import { callFilmed } from "./consent-view.ts";
import type { Client } from "./model.ts";
import { findClient } from "./queries.server.ts";
import { requireClient } from "./request.server.ts";

type Params = Readonly<Record<string, string | undefined>>;

/** A consent of the actor's own that can still be changed, and what its person is called. */
export interface OwnConsent {
  readonly actor: Actor;
  readonly client: Client;
  readonly consent: Consent;
  readonly who: string;
}

async function consentIn(context: AppContext, actor: Actor, client: Client, consentId: string | undefined): Promise<OwnConsent> {
  const kept = (await listConsents(context.database.reader, client.id)).filter((c) => !c.voided);
  const consent = kept.find((c) => c.id === consentId);
  if (!consent) throw notFound();
  return { actor, client, consent, who: callFilmed(consent, kept) };
}

/** A consent in a case of the trainee who asks. Throws 404 for any other and for a voided one, 403 for whoever keeps no log. */
export async function requireConsent(request: Request, params: Params, context: AppContext): Promise<OwnConsent> {
  const { actor, client } = await requireClient(request, params.clientId, context);
  return consentIn(context, actor, client, params.consentId);
}

/** The same for a withdrawal, which needs no trainee's grant in force. Throws 404 for everybody but whose record it is. */
export async function requireWithdrawable(request: Request, params: Params, context: AppContext): Promise<OwnConsent> {
  const actor = await requireActor(request, context);
  const client = params.clientId && isId(params.clientId) ? await findClient(context.database.reader, actor.personId, params.clientId) : undefined;
  if (!client) throw notFound();
  return consentIn(context, actor, client, params.consentId);
}
