import { Form, Link } from "@remix-run/react";

import type { Day, Instant } from "#app/platform/clock.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Item, ItemList } from "#app/ui/item-list.tsx";
import { Narrow, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { HiddenField } from "#app/ui/text-fields.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import { formatMoment } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import type { Reflection, ReflectionShare } from "./reflection-model.ts";
import type { SharingChip } from "./reflection-view.ts";

const { page: said, sharing, reader, back } = words.reflections;
const SAVED: ReadonlyMap<string, string> = new Map(Object.entries(said.saved));

/** An earlier state of a free reflection. */
export interface ReflectionVersion {
  readonly version: number;
  readonly at: Instant;
  readonly voided: boolean;
  readonly writtenOn: Day;
  readonly text: string;
}

interface ReflectionPageProps {
  readonly reflection: Reflection;
  /** The entry that it is about, where the reader may see it. */
  readonly entryTitle: string | null;
  /** Whose it is, for everybody but themself. */
  readonly owner: string | null;
  readonly chip: SharingChip | null;
  readonly shares: readonly ReflectionShare[];
  readonly versions: readonly ReflectionVersion[];
  readonly may: { readonly write: boolean; readonly share: boolean };
  readonly saved: string | null;
}

/** One reflection: to its trainee with who can read it and what happened to it, to whom it is shared with as it stands. */
export function ReflectionPage(props: ReflectionPageProps) {
  const { reflection, owner, chip, entryTitle, saved } = props;
  const notice = SAVED.get(saved ?? "");
  return (
    <Narrow>
      <Stack gap="large">
        <PageHead kicker={owner === null ? <Link to={paths.reflections()}>{back}</Link> : reader.kicker(owner)} title={words.reflections.page.titleOn(reflection.writtenOn)} actions={<Acts {...props} />} />
        {notice !== undefined && owner === null && <Notice kind="success">{notice}</Notice>}
        {reflection.voided && <Notice>{reflection.kind === "free" ? said.voidedNote : said.voidedCycle}</Notice>}
        <Card>
          <Stack gap="small">
            {chip && <p><Chip tone={chip.tone}>{chip.text}</Chip></p>}
            <p className="as-written">{reflection.text}</p>
            {reflection.entryId !== null && entryTitle !== null && <p className="small">{said.about}: <Link to={paths.entry(reflection.entryId)}>{entryTitle}</Link></p>}
            {owner !== null && <p className="small muted">{reader.note(owner)}</p>}
          </Stack>
        </Card>
        {owner === null && !reflection.voided && <Sharing {...props} />}
        {owner === null && props.versions.length > 0 && <History {...props} />}
      </Stack>
    </Narrow>
  );
}

function Acts({ reflection, may }: Pick<ReflectionPageProps, "reflection" | "may">) {
  if (!may.write || reflection.voided) return null;
  if (reflection.kind === "cycle") return <ButtonLink to={paths.changeEntry(reflection.id)} icon="change">{said.changeCycle}</ButtonLink>;
  return (
    <>
      <ButtonLink to={paths.changeReflection(reflection.id)} icon="change">{said.change}</ButtonLink>
      <ButtonLink to={paths.voidReflection(reflection.id)} icon="void">{said.void}</ButtonLink>
    </>
  );
}

function TakeBack({ id, share: { personId, name } }: { readonly id: string; readonly share: ReflectionShare }) {
  return (
    <Form method="post" action={paths.withdrawReflection(id)}>
      <HiddenField name="personId" value={personId} />
      <Button look="quiet" small label={sharing.withdrawFrom(name)}>{sharing.withdraw}</Button>
    </Form>
  );
}

function Sharing({ reflection: { id }, shares, may }: Pick<ReflectionPageProps, "reflection" | "shares" | "may">) {
  return (
    <Card title={sharing.title}>
      <Stack gap="small">
        {shares.length === 0 ? <p>{sharing.nobody}</p> : (
          <ItemList label={sharing.title}>
            {shares.map((share) => <Item key={share.personId} title={share.name} detail={share.holds ? sharing.since(share.sharedAt) : sharing.ended} end={<TakeBack id={id} share={share} />} />)}
          </ItemList>
        )}
        {may.share && <p><ButtonLink to={paths.shareReflection(id)} look={shares.length === 0 ? "primary" : "quiet"} icon="people">{shares.length === 0 ? sharing.share : sharing.shareMore}</ButtonLink></p>}
        <p className="small muted">{sharing.never}</p>
      </Stack>
    </Card>
  );
}

function titleOf({ version, voided }: ReflectionVersion): string {
  if (voided) return said.voided;
  return version === 1 ? said.first : said.changed;
}

function History({ versions, reflection }: Pick<ReflectionPageProps, "versions" | "reflection">) {
  const items = versions.map((v) => ({
    key: String(v.version), title: titleOf(v), when: formatMoment(v.at),
    children: v.version === reflection.version || v.text === reflection.text ? null : <Disclosure summary={said.before}><p className="as-written">{v.text}</p></Disclosure>,
  }));
  return <Card title={said.history}><Timeline items={items} label={said.history} /></Card>;
}
