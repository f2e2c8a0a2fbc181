import { FormProvider, getFormProps, useForm } from "@conform-to/react";
import { useCallback, useEffect, useState } from "react";

import { instantOf, londonDay, systemClock } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DAYS_OR_NOT_YET, PAST_DAYS } from "#app/ui/day-choices.ts";
import { DayChoiceField } from "#app/ui/day-field.tsx";
import { Narrow, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { MinutesField, TextArea, TextField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import { canKeep, fieldsOf, findLastAccount, keep, listWaitingSince } from "./device.ts";
import { lastDayOf, onDays } from "./kept.ts";
import { waitingOf } from "./send-waiting.ts";
import { tellWaiting } from "./use-waiting.ts";

const said = words.offline.page;
const { labels, hints } = words.logbook;

/** Whose device it is, found out in the browser; until then nothing is known. */
type Device = { readonly is: "unknown" | "cannot" | "nobodys" } | { readonly is: "somebodys"; readonly account: string; readonly since: readonly string[] };

async function lookAtDevice(): Promise<Device> {
  if (!canKeep()) return { is: "cannot" };
  const account = await findLastAccount();
  return account === null ? { is: "nobodys" } : { is: "somebodys", account, since: await listWaitingSince(account, waitingOf(account).place) };
}

async function keepEntry(account: string, form: HTMLFormElement): Promise<void> {
  const now = systemClock();
  await keep(waitingOf(account), { id: newId(), keptAt: instantOf(now), fields: onDays(fieldsOf(form), londonDay(now)), refusals: [] });
}

/** The page without a connection: the same for everybody, and what is noted in it never leaves the device by itself. */
export function EntryPage() {
  const [device, setDevice] = useState<Device>({ is: "unknown" });
  const [outcome, setOutcome] = useState<"kept" | "notKept" | null>(null);
  const [round, setRound] = useState(0);
  const look = useCallback(async () => { setDevice(await lookAtDevice().catch(() => ({ is: "cannot" } as const))); }, []);
  useEffect(() => { void look(); }, [look]);
  // The next form is a fresh one: the focus would go with the one that was sent.
  useEffect(() => { if (round > 0) document.getElementById("content")?.focus(); }, [round]);
  const submit = (account: string, form: HTMLFormElement): void => {
    keepEntry(account, form).then(
      async () => { setOutcome("kept"); setRound((n) => n + 1); await look(); tellWaiting(); },
      () => { setOutcome("notKept"); },
    );
  };
  return (
    <Narrow>
      <PageHead title={said.title} lead={said.lead} />
      <Stack>
        {device.is === "unknown" && <Notice>{said.noScript}</Notice>}
        {outcome !== null && <Notice kind={outcome === "kept" ? "success" : "warning"}>{said[outcome]}</Notice>}
        {device.is === "cannot" && <Notice kind="warning">{said.cannot}</Notice>}
        {device.is === "nobodys" && <Notice kind="warning">{said.noAccount}</Notice>}
        {device.is === "somebodys" && <Waiting since={device.since} />}
        {device.is === "somebodys" && <Card><EntryForm key={round} onKeep={(form) => { submit(device.account, form); }} /></Card>}
        {/* Loads the page anew: without a connection its data would not come. */}
        <p><a href={paths.home()}>{said.goOn}</a></p>
      </Stack>
    </Narrow>
  );
}

function Waiting({ since }: { readonly since: readonly string[] }) {
  const [first] = since;
  return first === undefined ? null : <Notice>{said.waiting(since.length, lastDayOf(first))}</Notice>;
}

type Fields = {
  clientCode?: string | undefined; filmedOnChoice: string; filmedOnDay?: string | undefined; filmedOnMonth?: string | undefined; filmedOnYear?: string | undefined;
  reviewedOnChoice?: string | undefined; reviewedOnDay?: string | undefined; reviewedOnMonth?: string | undefined; reviewedOnYear?: string | undefined;
  filmMinutes?: string | undefined; note?: string | undefined;
};

function EntryForm({ onKeep }: { readonly onKeep: (form: HTMLFormElement) => void }) {
  const [form, fields] = useForm<Fields>({ id: "entry", defaultValue: { filmedOnChoice: "today", reviewedOnChoice: "not_yet" } });
  return (
    <FormProvider context={form.context}>
      {/* It is sent nowhere: what it holds is put down on the device. */}
      <form {...getFormProps(form, { ariaAttributes: false })} className="form" onSubmit={(event) => { event.preventDefault(); onKeep(event.currentTarget); }}>
        <TextField meta={fields.clientCode} label={said.code} hint={said.codeHint} width="short" autoComplete="off" spellCheck={false} optional />
        <DayChoiceField name="filmedOn" fields={fields} choice={fields.filmedOnChoice} options={PAST_DAYS} label={labels.filmedOn} />
        <DayChoiceField name="reviewedOn" fields={fields} choice={fields.reviewedOnChoice} options={DAYS_OR_NOT_YET} label={labels.reviewedOn} hint={hints.counts} />
        <MinutesField meta={fields.filmMinutes} label={labels.filmMinutes} optional />
        <TextArea meta={fields.note} label={labels.cycleNote} hint={hints.note} optional />
        <Button wide>{said.submit}</Button>
      </form>
    </FormProvider>
  );
}
