import { Link } from "@remix-run/react";

import { KeptTyping } from "#app/offline/kept-typing.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { RadioGroup } from "#app/ui/choice-fields.tsx";
import { DAYS_OR_NOT_YET, PAST_DAYS } from "#app/ui/day-choices.ts";
import { DayChoiceField } from "#app/ui/day-field.tsx";
import { FormFor } from "#app/ui/form-for.tsx";
import { paths } from "#app/ui/paths.ts";
import { HiddenField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import { NEW_CLIENT } from "./choices.ts";
import type { CycleFields } from "./cycle-form.ts";
import type { QuickCycle } from "./quick.ts";

const { labels, quick: said, cycle } = words.logbook;

/** A cycle on the first page: who, which days, save. It goes the way of the whole form, which takes over where something has to be said. */
export function QuickEntry({ start: { requestId, clients, defaults } }: { readonly start: QuickCycle }) {
  const options = [...clients.map(({ id, code }) => ({ value: id, label: code })), { value: NEW_CLIENT, label: cycle.newClient }];
  return (
    <Card title={said.title}>
      <div className="quick-entry">
        <FormFor<CycleFields> id="quick" lastResult={undefined} action={paths.newCycle()} defaults={defaults}>
          {(fields) => (
            <>
              <KeptTyping formAt={paths.newCycle()} />
              <HiddenField name="requestId" value={requestId} />
              <RadioGroup meta={fields.client} label={labels.client} look="pills" options={options} />
              <DayChoiceField name="filmedOn" fields={fields} choice={fields.filmedOnChoice} options={PAST_DAYS} label={labels.filmedOn} />
              <DayChoiceField name="reviewedOn" fields={fields} choice={fields.reviewedOnChoice} options={DAYS_OR_NOT_YET} label={labels.reviewedOn} />
              <div className="quick-entry-end">
                <Button look="quiet" wide>{words.common.form.save}</Button>
                <Link className="small" to={paths.newCycle()}>{said.more}</Link>
                <Link className="small" to={paths.newSupervision("last")}>{said.supervision}</Link>
              </div>
            </>
          )}
        </FormFor>
      </div>
    </Card>
  );
}
