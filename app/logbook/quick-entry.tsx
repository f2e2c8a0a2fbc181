import { Form, Link } from "@remix-run/react";

import { KeptTyping } from "#app/offline/kept-typing.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { RadioGroup } from "#app/ui/choice-fields.tsx";
import { DAYS_OR_NOT_YET, PAST_DAYS } from "#app/ui/day-choices.ts";
import { DayChoiceField } from "#app/ui/day-field.tsx";
import { plainMeta } from "#app/ui/field.tsx";
import { paths } from "#app/ui/paths.ts";
import { HiddenField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import { NEW_CLIENT } from "./choices.ts";
import type { QuickCycle } from "./quick.ts";

const { labels, quick: said, cycle } = words.logbook;

const ID = "quick";
const FILM_DAY = { filmedOnDay: plainMeta(ID, "filmedOnDay"), filmedOnMonth: plainMeta(ID, "filmedOnMonth"), filmedOnYear: plainMeta(ID, "filmedOnYear") };
const REVIEW_DAY = { reviewedOnDay: plainMeta(ID, "reviewedOnDay"), reviewedOnMonth: plainMeta(ID, "reviewedOnMonth"), reviewedOnYear: plainMeta(ID, "reviewedOnYear") };

/** A cycle on the first page: who, which days, save. It goes the way of the whole form, which takes over where something has to be said. */
export function QuickEntry({ start: { requestId, clients, client, filmedOnChoice, reviewedOnChoice } }: { readonly start: QuickCycle }) {
  const options = [...clients.map(({ id, code }) => ({ value: id, label: code })), { value: NEW_CLIENT, label: cycle.newClient }];
  return (
    <Card title={said.title}>
      <div className="quick-entry">
        {/* Never given back: what is wrong is said by the whole form. */}
        <Form method="post" action={paths.newCycle()} id={ID} className="form" noValidate>
          <KeptTyping formAt={paths.newCycle()} />
          <HiddenField name="requestId" value={requestId} />
          <RadioGroup meta={plainMeta(ID, "client", client)} label={labels.client} look="pills" options={options} />
          <DayChoiceField name="filmedOn" fields={FILM_DAY} choice={plainMeta(ID, "filmedOnChoice", filmedOnChoice)} options={PAST_DAYS} label={labels.filmedOn} />
          <DayChoiceField name="reviewedOn" fields={REVIEW_DAY} choice={plainMeta(ID, "reviewedOnChoice", reviewedOnChoice)} options={DAYS_OR_NOT_YET} label={labels.reviewedOn} />
          <div className="quick-entry-end">
            <Button look="quiet" wide>{words.common.form.save}</Button>
            <Link className="small" to={paths.newCycle()}>{said.more}</Link>
            <Link className="small" to={paths.newSupervision("last")}>{said.supervision}</Link>
          </div>
        </Form>
      </div>
    </Card>
  );
}
