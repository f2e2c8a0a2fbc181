import { Link } from "@remix-run/react";

import { TraineePage } from "#app/outcomes/trainee-page.tsx";
import { EnrolmentCard } from "#app/pathway/enrolment-card.tsx";
import { PersonPage } from "#app/people/person-page.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import { SupervisedPage } from "./supervised-page.tsx";
import type { ExactPages } from "./views.ts";

const { page: said } = words.seen;

type Part = "record" | "led" | "managed";

/** One page of somebody else's on which the reader stands, as they have it; what leads to acts or other pages of theirs is left out. */
export function ExactPage({ name, record, led, managed, part }: ExactPages & { readonly part: Part }) {
  return (
    <Stack gap="large">
      <Notice title={said.title(name)}>{said.note(name)} <Link to={paths.seenOfMe()}>{said.back}</Link></Notice>
      {part === "record" && record && <SupervisedPage {...record} evidenceAt={(key) => paths.progressOf(key)} howAt={paths.progressAhead()} />}
      {part === "led" && led && <TraineePage view={led} mayRecognise={false} saved={null} isReadOnly />}
      {part === "managed" && managed && (
        <div><PersonPage {...managed} done={null} isReadOnly>{managed.enrolment && <EnrolmentCard personId={managed.person.id} view={managed.enrolment} isReadOnly />}</PersonPage></div>
      )}
    </Stack>
  );
}
