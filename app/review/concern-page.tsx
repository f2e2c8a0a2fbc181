import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Actions, Narrow, Stack } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { words } from "#app/words/words.ts";

const said = words.review.concern;

/** The programme's own procedure for when something in a film worries somebody. Asks for nothing. */
export function ConcernPage({ back, programme, procedure }: { readonly back: string; readonly programme: string; readonly procedure: string }) {
  return (
    <Narrow>
      <Stack gap="large">
        <PageHead title={said.title} lead={said.procedure(programme)} />
        <Card><p className="as-written">{procedure}</p></Card>
        <p className="muted small">{said.recorded}</p>
        <Actions><ButtonLink look="primary" to={back}>{said.back}</ButtonLink></Actions>
      </Stack>
    </Narrow>
  );
}
