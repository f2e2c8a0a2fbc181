import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";

import { Card } from "#app/ui/card.tsx";
import { FormFor } from "#app/ui/form-for.tsx";
import { FormActions } from "#app/ui/form-page.tsx";
import { Columns, Stack } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import { ActErrors } from "./act-errors.tsx";
import { EvidenceCard } from "./evidence-card.tsx";
import type { Closing } from "./may-sign.ts";
import { Needs } from "./sign-off-card.tsx";
import type { EvidenceView, NeedLine } from "./view-model.ts";

const { ask: said, evidence: looked } = words.accreditation;

/** Everything that the page shows on which a trainee asks for a stage. */
export interface AskPageData {
  readonly stage: number;
  readonly stageName: string;
  readonly closing: Closing;
  /** Whether a reviewer can decide on it. */
  readonly isReviewed: boolean;
  readonly supervisors: readonly string[];
  /** Who is asked already to decide; null where nobody is. */
  readonly reviewer: string | null;
  readonly isReady: boolean;
  readonly missing: readonly NeedLine[];
  readonly standing: readonly NeedLine[];
  readonly evidence: EvidenceView;
}

function WhoSees({ supervisors, reviewer, isReviewed, closing }: Pick<AskPageData, "supervisors" | "reviewer" | "isReviewed" | "closing">) {
  return (
    <Card title={said.who}>
      <Stack gap="small">
        <p>{said.supervisors(supervisors)}</p>
        {reviewer !== null && <p>{said.reviewer(reviewer)}</p>}
        {reviewer === null && isReviewed && <p>{said.reviewerLater}</p>}
        <p>{said.leads}</p>
        <p>{said.next[closing]}</p>
      </Stack>
    </Card>
  );
}

/** The page on which a trainee asks for a stage: what will be looked at, who sees what, and one button; or what is still missing. */
export function AskPage({ lastResult, ...page }: AskPageData & { readonly lastResult: SubmissionResult | undefined }) {
  const { stageName, isReady, evidence } = page;
  return (
    <Stack>
      <PageHead kicker={<Link to={paths.progress()}>{said.back}</Link>} title={isReady ? said.title(stageName) : said.notReady(stageName)} {...(isReady ? { lead: said.lead } : {})} />
      {!isReady && <ActErrors lastResult={lastResult} />}
      <Columns of="two">
        <Stack>
          {isReady ? <EvidenceCard title={looked.titleAsk} evidence={evidence} /> : <Card title={words.accreditation.missing.title}><Needs {...page} isOwn /></Card>}
        </Stack>
        <Stack>
          <WhoSees {...page} />
          {isReady && <FormFor<Record<string, never>> id="ask" lastResult={lastResult}>{() => <FormActions submit={said.submit} cancelTo={paths.progress()} />}</FormFor>}
        </Stack>
      </Columns>
    </Stack>
  );
}
