import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";

import { CohortPage } from "#app/outcomes/cohort-page.tsx";
import { cohortHeading, cohortRows, filterTrainees } from "#app/outcomes/cohort-rows.ts";
import { drawFunnel } from "#app/outcomes/funnel-chart.server.tsx";
import { funnelOf } from "#app/outcomes/funnel.ts";
import { requireLed } from "#app/outcomes/lead.server.ts";
import { STANDINGS, STEPS } from "#app/outcomes/model.ts";
import { getProgrammeFacts } from "#app/outcomes/queries.server.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.outcomes.cohort.title) }];

// An address that asks for what is not there shows everybody.
const askedSchema = z.object({ state: z.enum(STANDINGS).nullable().catch(null), reached: z.enum(STEPS).nullable().catch(null) });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, programme, programmes } = await requireLed(request, context);
  const { trainees, boards, cohorts } = await getProgrammeFacts(context.database.reader, programme.id, actor.today);
  const { searchParams } = new URL(request.url);
  const idAmong = (name: string, choices: readonly { readonly id: string }[]) => choices.find((c) => c.id === searchParams.get(name))?.id ?? null;
  const asked = {
    board: idAmong("board", boards), cohort: idAmong("cohort", cohorts),
    ...askedSchema.parse({ state: searchParams.get("state"), reached: searchParams.get("reached") }),
  };
  const shown = filterTrainees(trainees, asked, actor.today);
  // How far those of a board, cohort and state have come: not only those who have reached the step that is asked for.
  const funnel = funnelOf(filterTrainees(trainees, { ...asked, reached: null }, actor.today), actor.today);
  const rows = cohortRows(shown, actor.today);
  return { programme, programmes, heading: cohortHeading(rows, trainees.length), all: trainees.length, rows, asked, boards, cohorts, funnel, chart: drawFunnel(funnel) };
}

export default function Cohorts() {
  return <CohortPage {...useLoaderData<typeof loader>()} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
