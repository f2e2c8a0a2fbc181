import { Link } from "@remix-run/react";

import { ButtonLink } from "#app/ui/button.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import type { ReviewPageData } from "./page-data.ts";
import { StateChip } from "./state-chip.tsx";
import { titleOfReview } from "./title.ts";

const said = words.review;

/** What it is, whose, and where it stands; for a film, for whom consent stands and how long it is kept. */
export function SubmissionHead(props: ReviewPageData) {
  const { submission, cycle, may, askedIn } = props;
  const back = askedIn === null ? <Link to={paths.submissions()}>{said.list.title}</Link> : <Link to={paths.signOffRequest(askedIn)}>{said.page.backToRequest}</Link>;
  const lead = cycle.reviewedOn === null ? undefined : said.filmed(cycle.filmedOn, cycle.reviewedOn);
  return (
    <Stack gap="small">
      <PageHead kicker={back} title={titleOfReview(props)} {...(lead === undefined ? {} : { lead })}
        {...(may.submitAgain ? { actions: <ButtonLink look="primary" to={paths.submitBy(submission.entryId, submission.way)}>{said.page.again}</ButtonLink> } : {})} />
      <div className="chips">
        <StateChip state={submission.state} />
        {submission.attempt > 1 && <Chip>{said.attempt(submission.attempt)}</Chip>}
        <FilmChips {...props} />
      </div>
    </Stack>
  );
}

/** For whom the film's consent stands, and how long it is kept. */
function FilmChips({ film }: Pick<ReviewPageData, "film">) {
  if (!film?.keeping) return null;
  const { agreedTo, leaving } = film.keeping;
  return (
    <>
      {agreedTo === null ? <Chip tone="alert">{words.clips.consentMissing}</Chip> : <Chip>{words.clips.consentStands(agreedTo)}</Chip>}
      <Chip>{words.clips.keptUntil(leaving.on, leaving.because)}</Chip>
    </>
  );
}
