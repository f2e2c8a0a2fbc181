import { Form } from "@remix-run/react";

import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip, type ChipTone } from "#app/ui/chip.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Item, ItemList } from "#app/ui/item-list.tsx";
import { Actions, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { HiddenField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import type { PreviewFile, PreviewRow } from "./import-view.ts";

const said = words.logbook.import;
const TONES = { accept: "good", warn: "good", ask: "moment", refuse: "alert", skip: "plain" } as const satisfies Record<PreviewRow["outcome"], ChipTone>;

interface ImportPreviewProps {
  readonly files: readonly PreviewFile[];
  /** The files themselves: they travel with the form, and nothing of them is kept here. */
  readonly texts: readonly string[];
}

/** What would happen with each row, and the one button that makes it happen. */
export function ImportPreview({ files, texts }: ImportPreviewProps) {
  const taken = files.reduce((sum, file) => sum + (file.ok ? file.taken : 0), 0);
  const of = files.reduce((sum, file) => sum + (file.ok ? file.of : 0), 0);
  const mayConfirm = taken > 0 && files.every((file) => file.ok);
  return (
    <Stack gap="large">
      <PageHead title={taken === 0 ? said.nothingToTake : said.previewTitle(taken, of)} lead={said.nothingWritten} />
      <Form method="post" action={paths.confirmImport()} reloadDocument encType="multipart/form-data" className="form">
        {texts.map((text, i) => <HiddenField key={i} name={`text${String(i)}`} value={text} />)}
        {mayConfirm && <Notice>{said.confirmText}</Notice>}
        <Actions>
          {mayConfirm && <Button>{said.confirm(taken)}</Button>}
          <ButtonLink to={paths.importLogbook()} reload>{said.again}</ButtonLink>
        </Actions>
        {files.map((file, i) => <FileCard key={i} file={file} index={i} />)}
      </Form>
    </Stack>
  );
}

function FileCard({ file, index }: { readonly file: PreviewFile; readonly index: number }) {
  if (!file.ok) {
    return (
      <Card title={said.unreadFile(index + 1)}>
        <ul className="bullets">{file.problems.map((problem) => <li key={problem}>{problem}</li>)}</ul>
      </Card>
    );
  }
  const asking = file.rows.filter((row) => row.asksAboutNote);
  const [telling, plain] = [file.rows.filter((row) => row.outcome !== "accept"), file.rows.filter((row) => row.outcome === "accept")];
  return (
    <Card title={said.fileTitle(file.kind, file.taken, file.of)}>
      <Stack>
        {asking.length > 0 && <KeepNotes rows={asking} index={index} />}
        {telling.length > 0 && <Rows rows={telling} label={said.rows(file.kind)} />}
        {plain.length > 0 && <Disclosure summary={said.plainRows(plain.length)}><Rows rows={plain} label={said.plainRows(plain.length)} /></Disclosure>}
        {file.unlisted > 0 && <p className="muted">{said.unlisted(file.unlisted)}</p>}
      </Stack>
    </Card>
  );
}

function Rows({ rows, label }: { readonly rows: readonly PreviewRow[]; readonly label: string }) {
  return (
    <ItemList label={label}>
      {rows.map((row) => (
        <Item key={row.row} title={said.rowNumber(row.row)} end={<Chip tone={TONES[row.outcome]}>{said.verdicts[row.outcome]}</Chip>}
          detail={<>{row.what}{row.reasons.map((reason) => <p key={reason} className="reason">{reason}</p>)}</>} />
      ))}
    </ItemList>
  );
}

function KeepNotes({ rows, index }: { readonly rows: readonly PreviewRow[]; readonly index: number }) {
  return (
    <fieldset className="field">
      <legend className="field-label">{said.keepNotes}</legend>
      <div className="choices choices-list">
        {rows.map((row) => {
          const id = `fine-${String(index)}-${String(row.row)}`;
          return (
            <div className="choice" key={row.row}>
              <input type="checkbox" id={id} name={`fine${String(index)}`} value={row.row} />
              <span><label htmlFor={id}>{said.keepNote(row.row)}</label></span>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
