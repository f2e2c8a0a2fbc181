import type { TraineeSummary } from "#app/progress/summary.ts";
import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { Item, ItemList } from "#app/ui/item-list.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const said = words.worklist;

function Due({ trainees }: { readonly trainees: readonly TraineeSummary[] }) {
  const due = trainees.filter((t) => t.rhythm.chip !== null);
  if (due.length === 0) return <p className="muted">{said.due.none}</p>;
  return (
    <ItemList label={said.due.heading}>
      {due.map(({ traineeId, name, rhythm }) => (
        <Item key={traineeId} title={name} to={paths.trainee(traineeId)} detail={said.due.last(rhythm.text)}
          end={rhythm.chip && <Chip tone={rhythm.chip.tone}>{rhythm.chip.text}</Chip>} />
      ))}
    </ItemList>
  );
}

/** Beside the queue: whose supervision is due, and how far everybody is. */
export function SupervisedAside({ trainees }: { readonly trainees: readonly TraineeSummary[] }) {
  return (
    <Stack gap="large">
      <Card title={said.due.heading}><Due trainees={trainees} /></Card>
      <Card title={said.trainees.heading} more={{ to: paths.trainees(), text: said.trainees.all }}>
        <ItemList label={said.trainees.heading}>
          {trainees.map((t) => <Item key={t.traineeId} title={t.name} to={paths.trainee(t.traineeId)} detail={t.heading} />)}
        </ItemList>
      </Card>
    </Stack>
  );
}
