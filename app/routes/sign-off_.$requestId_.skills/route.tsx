import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireReach } from "#app/accreditation/reach-request.server.ts";
import { SkillsPage } from "#app/review/skills-page.tsx";
import { skillsForAsked } from "#app/review/skills-view.server.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.review.skills.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, asked } = await requireReach(request, params, context);
  return skillsForAsked(context.database.reader, actor, asked, asked.id);
}

export default function AskedSkills() {
  return <SkillsPage {...useLoaderData<typeof loader>()} lastResult={undefined} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
