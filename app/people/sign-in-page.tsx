import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";

import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { FormFor } from "#app/ui/form-for.tsx";
import { Actions, Narrow, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { HiddenField, TextField } from "#app/ui/text-fields.tsx";
import { explain } from "#app/words/explain.ts";
import { words } from "#app/words/words.ts";

import { DEMO_ACCOUNTS } from "./demo-accounts.ts";

const t = words.people.signIn;

interface SignInPageProps {
  readonly isDemo: boolean;
  /** Signed in, but without a role today. */
  readonly hasNoRole: boolean;
  /** What was done just before: `reset` or `signed-out`. */
  readonly done: string | null;
  /** A form was sent after the sign-in had ended. */
  readonly isUnsaved: boolean;
  readonly lastResult: SubmissionResult | undefined;
}

/** The door: e-mail and password; in the demonstration also one press for each of its people. */
export function SignInPage({ isDemo, hasNoRole, done, isUnsaved, lastResult }: SignInPageProps) {
  return (
    <Narrow>
      <PageHead title={t.title} />
      <Stack>
        {hasNoRole && <Notice kind="warning">{explain("no_role").text}</Notice>}
        {isUnsaved && <Notice kind="warning">{t.unsaved}</Notice>}
        {done === "reset" && <Notice kind="success">{t.resetDone}</Notice>}
        {done === "signed-out" && !lastResult && <Notice>{t.signedOut}</Notice>}
        {isDemo && <DemoPeople />}
        <Card>
          <FormFor<{ email: string; password: string }> id="sign-in" lastResult={lastResult}>
            {(fields) => (
              <>
                <TextField meta={fields.email} label={t.email} type="email" autoComplete="username" spellCheck={false} />
                <TextField meta={fields.password} label={t.password} type="password" autoComplete="current-password" />
                <Button wide>{t.submit}</Button>
                <p><Link to={paths.reset()}>{t.forgotten}</Link></p>
              </>
            )}
          </FormFor>
        </Card>
      </Stack>
    </Narrow>
  );
}

function DemoPeople() {
  return (
    <Card title={t.demoTitle}>
      <Stack gap="small">
        <p className="muted">{t.demoLead}</p>
        <Actions>
          {DEMO_ACCOUNTS.map(({ key, email }) => (
            <form key={key} method="post" action={paths.signInDemo()}>
              <HiddenField name="email" value={email} />
              <Button look="quiet">{t.demo[key]}</Button>
            </form>
          ))}
        </Actions>
      </Stack>
    </Card>
  );
}
