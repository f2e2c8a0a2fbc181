import { redirect } from "@remix-run/node";

import { londonDay } from "#app/platform/clock.ts";
import type { AppContext } from "#app/platform/context.ts";
import { paths } from "#app/ui/paths.ts";

import { findActor } from "./actor.server.ts";
import type { Actor } from "./model.ts";
import { withReturn } from "./redirects.ts";
import { hasSecondFactor } from "./second-factor-state.server.ts";
import { readSession, type Session } from "./sessions.server.ts";

/** How long a proof of the password stands for the acts that need it again. */
const PROOF_MINUTES = 10;

/** A living sign-in and how far it has come; only `complete` reaches the portal's pages. */
export interface SignIn {
  readonly session: Session;
  readonly actor: Actor;
  readonly step: "second_factor" | "set_up" | "no_role" | "complete";
}

// The loaders of one request share its context, not its Request: the sign-in is read once for all of them.
const read = new WeakMap<AppContext, { readonly cookie: string | null; readonly signIn: Promise<SignIn | null> }>();

async function stepOf(context: AppContext, session: Session, actor: Actor): Promise<SignIn["step"]> {
  if (actor.grants.length === 0) return "no_role";
  if (context.environment.isDemo || session.secondFactorAt !== null) return "complete";
  return await hasSecondFactor(context.database.reader, actor.personId) ? "second_factor" : "set_up";
}

async function readAfresh(request: Request, context: AppContext): Promise<SignIn | null> {
  const now = context.clock();
  const session = await readSession(context.database, request, now);
  if (!session) return null;
  const actor = await findActor(context.database.reader, session.personId, londonDay(now), session.reauthenticatedAt);
  return actor ? { session, actor, step: await stepOf(context, session, actor) } : null;
}

/** The sign-in that came with the request, complete or not; null without one. For the sign-in pages themselves. */
export async function readSignIn(request: Request, context: AppContext): Promise<SignIn | null> {
  const cookie = request.headers.get("cookie");
  const known = read.get(context);
  if (known && known.cookie === cookie) return known.signIn;
  const signIn = readAfresh(request, context);
  read.set(context, { cookie, signIn });
  return signIn;
}

/** Makes the loaders that follow an action in the same request read the sign-in anew. */
export function forgetSignIn(context: AppContext): void {
  read.delete(context);
}

/** Who is asking, if they are signed in all the way and hold a role today; else null. */
export async function currentActor(request: Request, context: AppContext): Promise<Actor | null> {
  const signIn = await readSignIn(request, context);
  return signIn?.step === "complete" ? signIn.actor : null;
}

/** Whether somebody asks who is signed in all the way and holds a role today: asked before a large body is read. */
export async function isSignedIn(request: Request, context: AppContext): Promise<boolean> {
  return await currentActor(request, context) !== null;
}

/**
 * The complete sign-in behind the request. Throws a redirect to sign-in (with the way back), to the second factor,
 * or to setting one up. Nothing else lets anybody in.
 */
export async function requireSignIn(request: Request, context: AppContext): Promise<SignIn> {
  const signIn = await readSignIn(request, context);
  if (signIn?.step === "complete") return signIn;
  if (signIn?.step === "second_factor") throw redirect(withReturn(paths.signInSecondFactor(), request));
  if (signIn?.step === "set_up") throw redirect(paths.accountSecondFactor());
  throw redirect(withReturn(paths.signIn(), request));
}

/** Who is asking; throws as `requireSignIn` does. The first line of every loader and action that is not public. */
export async function requireActor(request: Request, context: AppContext): Promise<Actor> {
  return (await requireSignIn(request, context)).actor;
}

/** The sign-in of somebody who may set up a second factor: one that is complete, or lacks nothing else. Throws as `requireSignIn` does. */
export async function requireSetUp(request: Request, context: AppContext): Promise<SignIn> {
  const signIn = await readSignIn(request, context);
  return signIn?.step === "set_up" ? signIn : requireSignIn(request, context);
}

/** True where the password (and code) was proved within the last ten minutes. */
export function hasRecentProof(actor: Actor, now: Date): boolean {
  if (actor.reauthenticatedAt === null) return false;
  const age = now.getTime() - Date.parse(actor.reauthenticatedAt);
  return age >= 0 && age < PROOF_MINUTES * 60_000;
}
