import type { SubmissionResult } from "@conform-to/react";

import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CopyBox } from "#app/ui/copy-box.tsx";
import { FormFor } from "#app/ui/form-for.tsx";
import { Narrow, Stack } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { HiddenField, TextField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

const t = words.people.setUp;

interface SetUpPageProps {
  readonly setUp: {
    readonly secret: string;
    readonly qr: { readonly size: number; readonly path: string };
    readonly sealed: string;
  };
  readonly lastResult: SubmissionResult | undefined;
}

/** So that the eye keeps its place; apps do not mind the spaces. */
function inFours(text: string): string {
  return text.replace(/.{4}(?=.)/g, "$& ");
}

/** Three steps to a second factor: an app, a picture to scan, a code to prove that it worked. */
export function SetUpPage({ setUp, lastResult }: SetUpPageProps) {
  return (
    <Narrow>
      <PageHead title={t.title} lead={t.lead} />
      <Card>
        <Stack>
          <ol className="numbers"><li>{t.install}</li><li>{t.scan}</li><li>{t.type}</li></ol>
          <QrPicture {...setUp.qr} />
          <CopyBox label={t.key} hint={t.keyHint} lines={[inFours(setUp.secret)]} />
          <FormFor<{ code: string; sealed: string }> id="set-up" lastResult={lastResult}>
            {(fields) => (
              <>
                <HiddenField name="sealed" value={setUp.sealed} />
                <TextField meta={fields.code} label={t.code} inputMode="numeric" autoComplete="one-time-code" width="medium" />
                <Button wide>{t.submit}</Button>
              </>
            )}
          </FormFor>
        </Stack>
      </Card>
    </Narrow>
  );
}

// Black on white in the dark theme too: scanners want it so.
function QrPicture({ size, path }: { readonly size: number; readonly path: string }) {
  return (
    <svg viewBox={`0 0 ${String(size)} ${String(size)}`} width={224} height={224} role="img" aria-label={t.picture} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** The recovery codes, this once. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const c = words.people.codes;
  return (
    <Narrow>
      <PageHead title={c.title} lead={c.lead} />
      <Card><CopyBox label={c.label} hint={words.common.copy.hint} lines={codes} /></Card>
      <div className="actions"><ButtonLink to={paths.home()} look="primary">{c.goOn}</ButtonLink></div>
    </Narrow>
  );
}

/** For whoever comes back to the set-up when it is done. */
export function SetUpAlready() {
  const a = words.people.setUpAlready;
  return (
    <Narrow>
      <PageHead title={a.title} lead={a.lead} />
      <div className="actions"><ButtonLink to={paths.account()} look="primary">{a.toAccount}</ButtonLink></div>
    </Narrow>
  );
}
