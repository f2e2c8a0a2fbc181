import type { Entry } from "#app/logbook/model.ts";
import { Chip } from "#app/ui/chip.tsx";
import type { IconName } from "#app/ui/icon.tsx";
import { Item, ItemList } from "#app/ui/item-list.tsx";
import { paths } from "#app/ui/paths.ts";

import type { EntryLine } from "./view.ts";

const ICONS = {
  cycle: "film", supervision: "talk", peer_supervision: "group", training: "course", recognised: "recognised",
} as const satisfies Record<Entry["kind"], IconName>;

/** The drawing beside an entry. */
export function entryIcon(kind: Entry["kind"]): IconName {
  return ICONS[kind];
}

/** Entries as lines, each with where it stands. */
export function EntryList({ lines, label }: { readonly lines: readonly EntryLine[]; readonly label: string }) {
  return (
    <ItemList label={label}>
      {lines.map(({ entryId, kind, title, detail, text, tone }) => (
        <Item key={entryId} icon={entryIcon(kind)} title={title} to={paths.entry(entryId)} detail={detail} end={<Chip tone={tone}>{text}</Chip>} />
      ))}
    </ItemList>
  );
}
