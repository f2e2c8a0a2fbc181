import { Link } from "@remix-run/react";

import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Actions, Stack } from "#app/ui/layout.tsx";
import { paths } from "#app/ui/paths.ts";
import { formatDay } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import type { EnrolmentView } from "./enrolment.ts";

const t = words.enrolment.card;

/** A trainee's enrolment as an administrator sees it, or the way to make one. */
export function EnrolmentCard({ personId, view, isReadOnly = false }: { readonly personId: string; readonly view: EnrolmentView | "none"; readonly isReadOnly?: boolean }) {
  return (
    <Card title={t.title}>
      {view === "none" ? (
        <Stack gap="small">
          <p className="muted">{t.none}</p>
          {!isReadOnly && <Actions><ButtonLink to={paths.enrolment(personId)} look="primary" icon="add">{t.enrol}</ButtonLink></Actions>}
        </Stack>
      ) : <Enrolled personId={personId} isReadOnly={isReadOnly} {...view} />}
    </Card>
  );
}

function Enrolled({ personId, isReadOnly, enrolment, pathway, placement }: EnrolmentView & { readonly personId: string; readonly isReadOnly: boolean }) {
  return (
    <DescriptionList items={[
      ...(isReadOnly ? [] : [{ term: t.time, value: <Link to={paths.workingTime(personId)}>{words.enrolment.time.link}</Link> }]),
      { term: t.pathway, value: <Link to={paths.pathway(pathway.id)}>{words.pathways.version(pathway.pathwayName, pathway.label)}</Link> },
      { term: t.startedOn, value: formatDay(enrolment.startedOn) },
      ...(enrolment.endedOn === null ? [] : [{ term: t.endedOn, value: formatDay(enrolment.endedOn) }]),
      ...(placement === null ? [] : [
        { term: t.cohort, value: placement.cohort }, { term: t.board, value: placement.board }, { term: t.sector, value: words.enrolment.sectors[placement.sector] },
      ]),
    ]} />
  );
}
