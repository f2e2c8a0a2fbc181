import type { SubmissionResult } from "@conform-to/react";

import { NamesField } from "#app/logbook/entry-fields.tsx";
import { PROOF_LABELS, ProofFields } from "#app/people/proof-fields.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FormFor } from "#app/ui/form-for.tsx";
import { Actions, Stack } from "#app/ui/layout.tsx";
import { paths } from "#app/ui/paths.ts";
import { HiddenField, TextArea } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import type { NotYetFields, SignFields } from "./forms.ts";
import type { RequestPageData } from "./request-page-data.ts";

const said = words.accreditation.request;

/** What was seen, as it stands on the page that is sent: never what a refused form still holds. */
function SeenFields({ seen }: Pick<RequestPageData, "seen">) {
  return <><HiddenField name="recordVersion" value={String(seen.recordVersion)} /><HiddenField name="evidenceHash" value={seen.evidenceHash} /></>;
}

interface SigningProps extends Pick<RequestPageData, "requestId" | "stageName" | "seen" | "proof"> {
  readonly lastResult: SubmissionResult | undefined;
}

/** The sentence that is signed, and the one button under it. */
export function SignCard({ requestId, stageName, seen, proof, lastResult, what }: SigningProps & { readonly what: "recommended" | "signed" | "accredited" }) {
  return (
    <Card title={said.sign.title[what]}>
      <Stack gap="small">
        <p><q>{words.accreditation.statement[what](stageName)}</q></p>
        <FormFor<SignFields> id="sign" action={paths.signOffAct(requestId, what === "recommended" ? "recommend" : "sign")} labels={PROOF_LABELS} lastResult={lastResult}>
          {(fields) => (
            <>
              <SeenFields seen={seen} />
              <ProofFields proof={proof} hint={said.sign.proof} fields={fields} />
              <Actions><Button wide>{said.sign.submit[what](stageName)}</Button></Actions>
            </>
          )}
        </FormFor>
      </Stack>
    </Card>
  );
}

/** "Not yet", folded away: what is still to be done, and its own button. */
export function NotYet({ requestId, stageName, seen, proof, lastResult }: SigningProps) {
  return (
    <Card>
      <Disclosure summary={said.notYet.title} open={lastResult !== undefined}>
        <Stack gap="small">
          <p className="small muted">{said.notYet.lead}</p>
          <FormFor<NotYetFields> id="not-yet" action={paths.signOffAct(requestId, "not-yet")} labels={{ actions: said.notYet.actions, ...PROOF_LABELS }} lastResult={lastResult}>
            {(fields) => (
              <>
                <SeenFields seen={seen} />
                <TextArea meta={fields.actions} label={said.notYet.actions} hint={said.notYet.hint} rows={4} />
                <NamesField fields={fields} />
                <p className="small"><q>{words.accreditation.statement.not_yet(stageName)}</q></p>
                <ProofFields proof={proof} hint={said.sign.proof} fields={fields} />
                <Actions><Button look="quiet">{said.notYet.submit}</Button></Actions>
              </>
            )}
          </FormFor>
        </Stack>
      </Disclosure>
    </Card>
  );
}
