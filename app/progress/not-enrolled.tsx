import { Stack } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { words } from "#app/words/words.ts";

/** For a trainee whom nobody has enrolled on a pathway yet. */
export function NotEnrolled() {
  return (
    <Stack gap="large">
      <PageHead title={words.progress.heading.notEnrolled} lead={words.progress.heading.notEnrolledText} />
    </Stack>
  );
}
