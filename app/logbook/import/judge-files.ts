import type { ImportContext } from "./context.ts";
import { type FileProblem, readTemplate } from "./read-template.ts";
import type { TemplateFile } from "./template.ts";
import { type ImportVerdicts, judgeFile, type Screen } from "./verdicts.ts";

/** One file as it was sent, with the numbers of the rows whose notes the person says to name no family. */
export interface SentFile {
  readonly text: string;
  readonly namesAreFine: readonly number[];
}

/** Why a file is not looked at: it cannot be read, or there are two of its kind. */
export type SentProblem = FileProblem | { readonly code: "same_kind_twice" };

/** One file with a verdict on each row, or why there is none. */
export type JudgedFile =
  | { readonly ok: true; readonly file: TemplateFile; readonly verdicts: ImportVerdicts }
  | { readonly ok: false; readonly problem: SentProblem };

/** A verdict on each row of each file, its note screened with `screen`; of two files of one kind the second is not looked at. */
export function judgeFiles(files: readonly SentFile[], context: ImportContext, screen: Screen): JudgedFile[] {
  const kinds = new Set<string>();
  return files.map(({ text, namesAreFine }): JudgedFile => {
    const read = readTemplate(text);
    if (!read.ok) return read;
    if (kinds.has(read.file.kind)) return { ok: false, problem: { code: "same_kind_twice" } };
    kinds.add(read.file.kind);
    return { ok: true, file: read.file, verdicts: judgeFile(read.file, { ...context, namesAreFine: new Set(namesAreFine) }, screen) };
  });
}
