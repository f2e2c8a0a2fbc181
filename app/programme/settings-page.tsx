import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";

import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { FormFor } from "#app/ui/form-for.tsx";
import { Narrow, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { HiddenField, NumberField, TextArea } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import type { Programme } from "./model.ts";
import type { SettingsFields } from "./settings-form.ts";
import type { ProgrammeSettings, VersionedSettings } from "./settings.ts";

const said = words.programme;
const { labels, hints } = said;

interface SettingsPageProps {
  readonly programme: Programme;
  /** The other programmes that the person may set. */
  readonly others: readonly Programme[];
  readonly settings: VersionedSettings;
  readonly isSaved: boolean;
  /** True where somebody else saved while this stood open: what stands now is shown beside what was typed. */
  readonly isStale: boolean;
  readonly lastResult: SubmissionResult | undefined;
}

function FreshValues({ settings }: Pick<SettingsPageProps, "settings">) {
  const items = [
    { term: labels.concernProcedure, value: <span className="as-written">{settings.concernProcedure}</span> },
    { term: labels.clipKeptDays, value: said.keptDays(settings.clipKeptDays) },
  ];
  return <section className="fresh-values"><h2>{said.now}</h2><DescriptionList items={items} /></section>;
}

/** The form as it stands. */
function settingsDefaults({ concernProcedure, clipKeptDays }: ProgrammeSettings): Partial<SettingsFields> {
  return { concernProcedure, clipKeptDays: String(clipKeptDays) };
}

/** What a programme decides for itself, to change. */
export function SettingsPage({ programme, others, settings, isSaved, isStale, lastResult }: SettingsPageProps) {
  return (
    <Narrow>
      <Stack>
        <PageHead title={said.heading(programme.name)} lead={said.lead} />
        {isSaved && <Notice kind="success">{said.saved}</Notice>}
        <Card>
          <FormFor<SettingsFields> key={programme.id} id="settings" lastResult={lastResult} defaults={settingsDefaults(settings)} labels={labels}>
            {(fields) => (
              <>
                {isStale && <FreshValues settings={settings} />}
                <HiddenField name="programmeId" value={programme.id} />
                <HiddenField name="fromVersion" value={String(settings.version)} />
                <TextArea meta={fields.concernProcedure} label={labels.concernProcedure} hint={hints.concernProcedure} rows={10} />
                <NumberField meta={fields.clipKeptDays} label={labels.clipKeptDays} hint={hints.clipKeptDays} unit={said.daysUnit} />
                <div className="actions"><Button wide>{words.common.form.save}</Button></div>
              </>
            )}
          </FormFor>
        </Card>
        {others.length > 0 && (
          <Card title={said.others}>
            <ul className="stack stack-small">{others.map((other) => <li key={other.id}><Link to={paths.programme(other.id)}>{other.name}</Link></li>)}</ul>
          </Card>
        )}
      </Stack>
    </Narrow>
  );
}
