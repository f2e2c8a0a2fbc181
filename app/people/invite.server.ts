import type { AppContext } from "#app/platform/context.ts";
import { words } from "#app/words/words.ts";

import type { Actor } from "./model.ts";
import { INVITATION_MINUTES, writeResetLink } from "./reset.server.ts";

const MINUTES_PER_DAY = 24 * 60;

/** Sends somebody new a link to choose their password. If the letter fails, the sign-in page gives them another. */
export async function invite(context: AppContext, actor: Actor, person: { readonly id: string; readonly name: string; readonly email: string }): Promise<void> {
  const link = await context.database.inTransaction((trx) =>
    writeResetLink(trx, context.environment.origin, person.id, INVITATION_MINUTES, actor.personId, context.clock()));
  await context.mail.send({ to: person.email, ...words.people.invitationLetter({ name: person.name, link, days: INVITATION_MINUTES / MINUTES_PER_DAY }) });
}
