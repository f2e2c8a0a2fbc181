import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Item, ItemList } from "#app/ui/item-list.tsx";
import { Columns, Stack } from "#app/ui/layout.tsx";
import { SelectionBar } from "#app/ui/selection-bar.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { Timeline } from "#app/ui/timeline.tsx";

const HERE = "/design";
const LONG_NAME = "Bartholomew Featherstonehaugh-Cholmondeley-Majoribanks of Strathclyde";

const TRAINEES = [
  { name: "Ailsa Rutherglen", stage: "2", cycles: "10 of 12", hours: "8 h 30", state: "under way" },
  { name: "Gethin Llŷr", stage: "3", cycles: "14 of 18", hours: "11 h", state: "under way" },
  { name: LONG_NAME, stage: "1", cycles: "6 of 6", hours: "5 h 30", state: "sign-off asked, waiting since nine days" },
];

/** Lists, tables, descriptions, history and the selection bar, with a very long name. */
export function ListSamples() {
  return (
    <Stack gap="large">
      <Tabs label="Stages" tabs={[{ key: "1", to: HERE, text: "Stage 1", isShown: false }, { key: "2", to: HERE, text: "Stage 2", isShown: true }, { key: "all", to: HERE, text: "In all", isShown: false }]} />
      <Columns of="two-one">
        <Card title="Lately" more={{ to: HERE, text: "Whole log" }}>
          <ItemList>
            <Item icon="film" to={HERE} title="Cycle 3 with C-05" detail="Filmed 28 October · shared review 6 November · 3 clips chosen" end={<Chip tone="good">counts</Chip>} />
            <Item icon="talk" to={HERE} title="Supervision, 90 min" detail="4 November · with Mairi MacInnes" end={<Chip tone="moment">to confirm</Chip>} />
            <Item icon="group" title={`Peer supervision with ${LONG_NAME}`} detail="9 November" end={<><Chip>does not count yet</Chip><span className="small muted num">9 days</span></>} />
          </ItemList>
        </Card>
        <Card title="Waiting">
          <ItemList label="Waiting">
            <Item start={<input type="checkbox" aria-label="Choose: 90 min, 4 November" />} title="90 min, 4 November" detail="Ailsa Rutherglen" end={<Chip>hours</Chip>} />
            <Item start={<input type="checkbox" aria-label="Choose: 60 min, 30 October" defaultChecked />} title="60 min, 30 October" detail="Niamh O’Hanlon" end={<Chip>hours</Chip>} />
          </ItemList>
        </Card>
      </Columns>
      <Card title="Your trainees">
        <DataTable caption="Where each stands today" rows={TRAINEES} keyOf={(row) => row.name} columns={[
          { key: "name", label: "Trainee", cell: (row) => row.name, heads: true },
          { key: "state", label: "State", cell: (row) => row.state },
          { key: "stage", label: "Stage", cell: (row) => row.stage, numeric: true },
          { key: "cycles", label: "Cycles", cell: (row) => row.cycles, numeric: true },
          { key: "hours", label: "Hours", cell: (row) => row.hours, numeric: true },
        ]} />
      </Card>
      <Columns of="two">
        <Card title="Entry">
          <DescriptionList items={[{ term: "Client", value: "C-05" }, { term: "Filmed on", value: "28 October 2026" }, { term: "Note", value: "She waited for him to look up before she spoke, and then said his words back to him." }]} />
        </Card>
        <Card title="Earlier versions">
          <Timeline label="Versions, newest first" items={[
            { key: "2", title: "Version 2, in force", when: "6 November 2026, 16:12, Ailsa Rutherglen", children: <p>Shared review added: 6 November 2026</p> },
            { key: "1", title: "Version 1", when: "28 October 2026, 18:40, Ailsa Rutherglen" },
          ]} />
        </Card>
      </Columns>
      <SelectionBar actions={<><Button type="button">Confirm three</Button><Button type="button" look="quiet">Ask about one</Button></>}><b>3 entries chosen</b> · 3 h 30 min · “These sessions took place as logged.”</SelectionBar>
    </Stack>
  );
}
