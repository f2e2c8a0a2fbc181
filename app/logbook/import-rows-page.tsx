import { Form } from "@remix-run/react";

import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip, type ChipTone } from "#app/ui/chip.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { FilterSelect } from "#app/ui/filter-select.tsx";
import { Item, ItemList } from "#app/ui/item-list.tsx";
import { Actions, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { sendOnce } from "#app/ui/send-once.ts";
import { HiddenField } from "#app/ui/text-fields.tsx";
import { formatCount } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import { CancelImport } from "./cancel-import.tsx";
import { ImportQuestions, type TypedAnswers } from "./import-questions.tsx";
import { type Preview, type PreviewRow, type ShownDraft, type Tally, WHICH_ROWS } from "./import-view.ts";

const said = words.imports.rows;
const TONES = { accept: "good", warn: "good", ask: "moment", refuse: "alert", skip: "plain" } as const satisfies Record<PreviewRow["outcome"], ChipTone>;

interface ImportRowsProps {
  readonly preview: Preview;
  readonly isSaved: boolean;
  readonly typed: TypedAnswers | null;
  readonly draft: ShownDraft;
}

/** What would happen with each row, what is asked, and the one button that makes it happen. */
export function ImportRowsPage({ preview, isSaved, typed, draft }: ImportRowsProps) {
  const { taken, entries, refused, tally } = preview;
  return (
    <Stack gap="large">
      <PageHead title={said.title(taken, entries)} lead={said.lead} actions={<ButtonLink to={paths.importColumns({ file: draft.file })}>{said.toColumns}</ButtonLink>} />
      {isSaved && <Notice kind="success">{said.saved}</Notice>}
      {preview.questions.length > 0 && <ImportQuestions preview={preview} typed={typed} draft={draft} />}
      <Card title={said.tally}>
        <Stack>
          <TallyList tally={tally} />
          {taken > 0 && <p className="muted">{said.confirmText}</p>}
          <Actions>
            {taken > 0 && <Form method="post" action={paths.confirmImport({ ...draft })} reloadDocument onSubmit={sendOnce}><Button>{said.confirm(taken)}</Button></Form>}
            <CancelImport file={draft.file} />
          </Actions>
          {refused > 0 && <p><ButtonLink to={paths.importRefused(draft.file)} reload small>{said.refused(refused)}</ButtonLink> <span className="small muted">{said.refusedText}</span></p>}
        </Stack>
      </Card>
      <RowsCard preview={preview} file={draft.file} />
    </Stack>
  );
}

function TallyList({ tally: { cycles, clients, supervision, peers, training, beforeStart } }: { readonly tally: Tally }) {
  return (
    <DescriptionList items={[
      { term: said.cycles, value: formatCount(cycles) }, { term: said.clients, value: formatCount(clients) },
      { term: said.supervision, value: `${said.sessions(supervision.sessions, supervision.minutes)}${supervision.sessions > 0 ? `, ${said.waits}` : ""}` },
      { term: said.peers, value: `${said.sessions(peers.sessions, peers.minutes)}${peers.sessions > 0 ? `, ${said.waits}` : ""}` },
      ...(training > 0 ? [{ term: said.training, value: formatCount(training) }] : []),
      ...(beforeStart > 0 ? [{ term: said.beforeStart, value: formatCount(beforeStart) }] : []),
    ]} />
  );
}

function RowsCard({ preview: { which, counts, rows, page, pages }, file }: { readonly preview: Preview; readonly file: string }) {
  return (
    <Card title={said.rows}>
      <Stack>
        <Form method="get" action={paths.importRows()} reloadDocument className="inline-form">
          <HiddenField name="file" value={file} />
          <FilterSelect name="which" label={said.which} value={which} options={WHICH_ROWS.map((one) => ({ value: one, label: `${said.filters[one]} (${formatCount(counts[one])})` }))} />
          <Button look="quiet">{said.show}</Button>
        </Form>
        {rows.length === 0 ? <p className="muted">{said.none}</p> : (
          <ItemList label={said.rows}>
            {rows.map((row) => (
              <Item key={row.row} title={said.row(row.row)} end={<Chip tone={TONES[row.outcome]}>{said.verdicts[row.outcome]}</Chip>}
                detail={<>{row.what}{row.lines.map((line) => <p key={line} className="reason">{line}</p>)}</>} />
            ))}
          </ItemList>
        )}
        {pages > 1 && (
          <Actions>
            {page > 1 && <ButtonLink to={paths.importRows({ which, page: page - 1, file })} reload>{said.previous}</ButtonLink>}
            {page < pages && <ButtonLink to={paths.importRows({ which, page: page + 1, file })} reload>{said.next}</ButtonLink>}
          </Actions>
        )}
      </Stack>
    </Card>
  );
}
