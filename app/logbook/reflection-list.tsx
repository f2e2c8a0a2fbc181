import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Item, ItemList } from "#app/ui/item-list.tsx";
import { Narrow, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { ShowMore } from "#app/ui/show-more.tsx";
import { words } from "#app/words/words.ts";

import type { ReflectionLine } from "./reflection-view.ts";

const said = words.reflections;

/** Reflections by day, each leading to its page. */
export function ReflectionLines({ lines, label }: { readonly lines: readonly ReflectionLine[]; readonly label: string }) {
  return (
    <ItemList label={label}>
      {lines.map((line) => (
        <Item key={line.id} title={`${line.day} · ${line.kind}`} to={paths.reflection(line.id)} detail={line.excerpt}
          {...(line.chip ? { end: <Chip tone={line.chip.tone}>{line.chip.text}</Chip> } : {})} />
      ))}
    </ItemList>
  );
}

/** What one trainee shares with the reader, or nothing where that is nothing. */
export function SharedReflections({ name, lines }: { readonly name: string; readonly lines: readonly ReflectionLine[] }) {
  if (lines.length === 0) return null;
  return <Card title={said.reader.heading(name)}><ReflectionLines lines={lines} label={said.reader.heading(name)} /></Card>;
}

interface ReflectionsPageProps {
  readonly total: number;
  readonly lines: readonly ReflectionLine[];
  /** What fellow trainees share with this one, by the fellow. */
  readonly shared: readonly { readonly name: string; readonly lines: readonly ReflectionLine[] }[];
  readonly mayWrite: boolean;
  readonly hasSaved: boolean;
  readonly moreTo: string;
  readonly children?: ReactNode;
}

/** Everything that a trainee wrote for themself, and who can read what. */
export function ReflectionsPage({ total, lines, shared, mayWrite, hasSaved, moreTo }: ReflectionsPageProps) {
  const add = mayWrite && <ButtonLink to={paths.newReflection()} look="primary" icon="add">{said.add}</ButtonLink>;
  return (
    <Narrow>
      <Stack gap="large">
        <PageHead kicker={<Link to={paths.log()}>{words.logbook.entry.back}</Link>} title={said.heading(total)} lead={said.lead}
          actions={<>{total > 0 && add}<ButtonLink to={paths.seenOfMe()}>{said.seen}</ButtonLink></>} />
        {hasSaved && <Notice kind="success">{said.page.saved.voided}</Notice>}
        <Card>
          {total === 0 ? <EmptyState title={said.empty} {...(add ? { action: add } : {})}><p>{said.emptyText}</p></EmptyState> : <ReflectionLines lines={lines} label={said.list} />}
          {total > lines.length && <ShowMore to={moreTo} text={said.more} status={said.showing(lines.length, total)} />}
        </Card>
        {shared.map((one) => <SharedReflections key={one.name} {...one} />)}
      </Stack>
    </Narrow>
  );
}
