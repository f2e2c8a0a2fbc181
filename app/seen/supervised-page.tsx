import { SignOffCards } from "#app/accreditation/sign-off-card.tsx";
import { SharedReflections } from "#app/logbook/reflection-list.tsx";
import { WhenCard } from "#app/progress/forecast/when-card.tsx";
import { type EvidencePath, ProgressPage } from "#app/progress/progress-page.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { words } from "#app/words/words.ts";

import type { SupervisedView } from "./views.ts";

type SupervisedPageProps = SupervisedView & {
  /** Where whoever reads it opens the evidence, and how the days are reckoned. */
  readonly evidenceAt: EvidencePath;
  readonly howAt: string;
};

/** A trainee's page as their supervisor has it. */
export function SupervisedPage({ name, view, when, signOff, shared, evidenceAt, howAt }: SupervisedPageProps) {
  return (
    <Stack gap="large">
      <ProgressPage view={view} lead={words.progress.trainees.reading} evidenceAt={evidenceAt} when={when && <WhenCard view={when} howAt={howAt} />}
        signOff={signOff && <SignOffCards view={signOff} isOwn={false} />} />
      <SharedReflections name={name} lines={shared} />
    </Stack>
  );
}
