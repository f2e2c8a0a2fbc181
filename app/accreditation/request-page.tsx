import type { SubmissionResult } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";

import { typedTexts } from "#app/platform/http/words-back.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Columns, Stack } from "#app/ui/layout.tsx";
import { Notice, RuleNote } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { WordsBack } from "#app/ui/words-back.tsx";
import { words } from "#app/words/words.ts";

import { ActErrors } from "./act-errors.tsx";
import { EvidenceCard } from "./evidence-card.tsx";
import { RequestChip } from "./request-chip.tsx";
import type { RequestPageData } from "./request-page-data.ts";
import { NotYet, SignCard } from "./signing-form.tsx";
import { type SignatureView, shortHash } from "./view-model.ts";

const said = words.accreditation;
const SAVED: ReadonlyMap<string, string> = new Map(Object.entries(said.request.saved));

/** Which form of the page was not taken, and what it said. */
export interface RefusedAct {
  readonly form: "sign" | "not-yet" | "withdraw";
  readonly lastResult: SubmissionResult;
}

function resultFor(refused: RefusedAct | undefined, form: RefusedAct["form"]): SubmissionResult | undefined {
  return refused?.form === form ? refused.lastResult : undefined;
}

/** A form whose place is no longer on the page: what it was answered, and what had been typed. */
function Gone({ refused, isShown }: { readonly refused: RefusedAct | undefined; readonly isShown: boolean }) {
  if (refused === undefined || isShown) return null;
  return (
    <>
      <ActErrors lastResult={refused.lastResult} />
      <WordsBack typed={typedTexts(refused.lastResult.initialValue, { actions: said.request.notYet.actions })} />
    </>
  );
}

function Signature({ signature: { sentence, statement, actions, hash } }: { readonly signature: SignatureView }) {
  return (
    <Stack gap="small">
      <p><b>{sentence}</b></p>
      <p className="small"><q>{statement}</q></p>
      {actions !== null && <div className="fresh-values"><h3>{said.decisions.actions}</h3><p className="as-written">{actions}</p></div>}
      <p className="small muted">{said.decisions.hash(hash)}</p>
    </Stack>
  );
}

function Signatures({ signatures, afterwards }: Pick<RequestPageData, "signatures" | "afterwards">) {
  if (signatures.length === 0) return null;
  return (
    <Card title={said.request.history}>
      <Stack>
        {signatures.map((signature) => <Signature key={signature.id} signature={signature} />)}
        {afterwards && (afterwards.isReopened
          ? <Notice kind="warning" title={afterwards.text}><p className="as-written">{afterwards.reason}</p></Notice>
          : <p className="small muted">{afterwards.text}</p>)}
      </Stack>
    </Card>
  );
}

function Moved({ moved, isOpen, signatures }: Pick<RequestPageData, "moved" | "isOpen" | "signatures">) {
  if (moved.length === 0) return isOpen ? <p className="small muted">{said.moved.none}</p> : null;
  return (
    <Card title={isOpen ? said.moved.title : said.moved.sinceSigned}>
      {!isOpen && signatures.length > 0 && <p className="small muted">{said.moved.sinceSignedText}</p>}
      <ul>{moved.map((line) => <li key={line}>{line}</li>)}</ul>
    </Card>
  );
}

function Missing({ missing, may }: Pick<RequestPageData, "missing" | "may">) {
  if (missing.length === 0) return null;
  return (
    <Notice kind="warning" title={said.missing.now}>
      {may.isHeldUp && <p>{said.request.sign.missing}</p>}
      <ul>{missing.map(({ key, text }) => <li key={key}>{text}</li>)}</ul>
    </Notice>
  );
}

function Hash({ hash }: Pick<RequestPageData, "hash">) {
  return (
    <Disclosure summary={said.request.hash(shortHash(hash))}>
      <Stack gap="small">
        <p className="small"><code className="as-written">{hash}</code></p>
        <p className="small muted">{said.request.hashText} {said.evidence.leaves}</p>
      </Stack>
    </Disclosure>
  );
}

function Withdraw({ requestId, lastResult }: { readonly requestId: string; readonly lastResult: SubmissionResult | undefined }) {
  return (
    <Card>
      <Stack gap="small">
        <ActErrors lastResult={lastResult} />
        <p className="small muted">{said.request.withdraw.text}</p>
        <Form method="post" action={paths.signOffAct(requestId, "withdraw")}><Button look="danger">{said.request.withdraw.submit}</Button></Form>
      </Stack>
    </Card>
  );
}

function Acts({ refused, ...page }: RequestPageData & { readonly refused: RefusedAct | undefined }) {
  const { may, requestId, stageName, seen, proof, why } = page;
  const signing = { requestId, stageName, seen, proof };
  return (
    <>
      {why !== null && <RuleNote>{why}</RuleNote>}
      {may.sign !== null && <SignCard {...signing} what={may.sign} lastResult={resultFor(refused, "sign")} />}
      {may.notYet && <NotYet {...signing} lastResult={resultFor(refused, "not-yet")} />}
      {may.withdraw && <Withdraw requestId={requestId} lastResult={resultFor(refused, "withdraw")} />}
    </>
  );
}

function isShown({ form }: RefusedAct, { may }: RequestPageData): boolean {
  return form === "sign" ? may.sign !== null : form === "not-yet" ? may.notYet : may.withdraw;
}

/** A request for sign-off on one screen: whose, which stage, what it rests on, what moved, the sentence and the one button; afterwards who signed what. */
export function RequestPage({ refused, ...page }: RequestPageData & { readonly refused: RefusedAct | undefined }) {
  const { stageName, traineeName, programmeName, pathway, state, isOpen, waitsFor, evidence, saved } = page;
  const savedText = refused ? undefined : SAVED.get(saved ?? "");
  return (
    <Stack>
      <PageHead kicker={<><Link to={paths.signOff()}>{said.title}</Link> · {programmeName} · {pathway}</>} title={said.titleOf(stageName, traineeName)}
        lead={<>{page.askedLine}. {waitsFor}</>} actions={<RequestChip state={state} />} />
      {savedText !== undefined && <Notice kind="success">{savedText}</Notice>}
      <Gone refused={refused} isShown={refused !== undefined && isShown(refused, page)} />
      <Missing missing={page.missing} may={page.may} />
      <Columns of="two">
        <Stack>
          <EvidenceCard title={isOpen ? said.evidence.title : said.evidence.titleSigned} evidence={evidence} />
          <Moved moved={page.moved} isOpen={isOpen} signatures={page.signatures} />
          <Hash hash={page.hash} />
        </Stack>
        <Stack>
          <Signatures signatures={page.signatures} afterwards={page.afterwards} />
          <Acts {...page} refused={refused} />
        </Stack>
      </Columns>
    </Stack>
  );
}
