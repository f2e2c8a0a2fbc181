import type { LoaderFunctionArgs } from "@remix-run/node";

import { databaseAnswers } from "#app/platform/health.server.ts";

/** What a watchdog or a load balancer asks: 200 where the database answers, else 503. */
export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const answers = await databaseAnswers(context.database.reader);
  return answers ? Response.json({ status: "ok" }) : Response.json({ status: "unavailable" }, { status: 503 });
}
