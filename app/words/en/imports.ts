import { capitalise, counted, formatCount, formatMinutes, listAnd } from "../format.ts";
import { importRows } from "./import-rows.ts";

const entriesOf = (n: number): string => counted(n, { one: "entry", other: "entries" });

/** Words of bringing a logbook along: its pages, from the file to the codes, and the list of earlier imports. */
export const imports = {
  ...importRows,
  title: "Import a logbook",
  lead: "Bring the spreadsheet that you already keep: first you see what would happen with each row, and nothing is written before you say so.",
  choose: "The file", chooseHint: "A .csv or .xlsx file of at most 5 MB. It is sealed with a key that only your browser holds, and gone after an hour.",
  look: "Look at the file", chooseFirst: "Choose a file", tooLarge: "The file is too large: at most 5 MB fit. Copy the rows of your log into a file of their own.",
  onlyOne: "Send one file at a time",
  gone: "The file that you were looking at is gone: it is kept for an hour, and only for the browser that sent it. If you imported it, it stands under “Earlier imports”; else send it again.",
  cancelled: "The file is gone. Nothing was written.",
  under_way: "You are looking at a file; another one takes its place.", goOn: "Go on with it",
  templates: "Empty templates", templatesText: "If you start afresh: fill one in and send it here. Any other spreadsheet will do as well.",
  template: { cycles: "Cycles (.csv)", supervision: "Supervision (.csv)", peer_supervision: "Peer supervision (.csv)", workbook: "All three as a workbook (.xlsx)" },
  sheetNames: { cycles: "Cycles", supervision: "Supervision", peer_supervision: "Peer supervision" },
  earlier: "Earlier imports",

  columns: {
    title: "Which column holds what?", lead: "Matched by the names of the columns. Put right what is not; what you choose is remembered for your next file.",
    sheet: "Sheet", header: "Row with the names of the columns", headerHint: "The number that your spreadsheet shows beside it.", reread: "Read again",
    whoReads: "A note is read by the supervisors you have at present. A reflection of a cycle is for you alone, unless you share it.",
    readFrom: "Where the log stands", matching: "Columns", nothing: "leave out", unnamed: (n: number) => `Column ${formatCount(n)}`,
    sample: (texts: readonly string[]) => `For example ${listAnd(texts.map((text) => `“${text}”`))}`, noSample: "Empty",
    noHeader: "No row names columns that the portal knows. Say which row holds the names, or match the columns by hand.",
    submit: "Look at the rows",
    problems: {
      no_day: "No column holds the date of a film or of a session.", no_client: "There are films, and no column holds the client.", no_length: "There are sessions, and no column holds their length.",
      field_twice: (field: string) => `Two columns are both the ${field}.`, unreadable: "Choose for each column what it holds.",
    },
  },

  rows: {
    title: (taken: number, of: number) => (taken === 0 ? "None of these entries can be imported yet" : `${capitalise(entriesOf(taken))} of ${formatCount(of)} can be imported`),
    lead: "Nothing has been written yet.",
    tally: "What would come in", cycles: "Cycles that count", clients: "New clients", supervision: "Supervision", peers: "Peer supervision", training: "Training", beforeStart: "Kept from before your start; does not count",
    sessions: (n: number, minutes: number) => `${counted(n, { one: "session", other: "sessions" })}, ${formatMinutes(minutes)}`,
    waits: "waits for confirmation",
    questions: (n: number) => (n === 0 ? "Nothing is left to answer" : capitalise(counted(n, { one: "question", other: "questions" }, true))),
    questionsText: "An entry that cannot be taken without an answer is held until there is one. You can import the rest without it; a question that holds nothing back may stay open.",
    more: (n: number) => `${capitalise(counted(n, { one: "further question comes", other: "further questions come" }, true))} after these.`,
    save: "Save the answers",
    saved: "The answers are saved.",
    rows: "Every row",
    filters: { all: "All", ask: "Waiting", refuse: "Refused", warn: "With a warning", accept: "Taken", skip: "Left out" },
    verdicts: { accept: "taken", warn: "taken, see below", ask: "waits for you", refuse: "refused", skip: "left out" },
    row: (n: number) => `Row ${formatCount(n)}`,
    show: "Show", which: "Which rows", next: "Next rows", previous: "Rows before", none: "No row is like that.",
    confirm: (n: number) => `Import ${entriesOf(n)}`,
    confirmText: "Your own labels of clients are not stored: each becomes a code, shown once after the import. Supervision counts once its supervisor has confirmed it, peer supervision once somebody who was there has. An import can be undone.",
    refused: (n: number) => `Download the refused ${n === 1 ? "row" : "rows"}`, refusedText: "Mend them in your spreadsheet and send that file here. What was imported already is known again.",
    cancel: "Throw the file away", toColumns: "Back to the columns",
  },

  elsewhere: {
    another_file: { title: "Another file was opened in another tab", text: "Your browser keeps one file at a time, and that one took the place of the file on your page. Nothing was written of either by what you just did." },
    changed: { title: "This file was changed in another tab", text: "Since you opened your page its columns were matched or its questions answered there. Nothing was written: look at the rows as they stand now." },
    log_changed: { title: "Your log changed meanwhile", text: "Entries came into your log while the file was being imported. Nothing was written: look at the rows as they stand now, and import them then." },
    toOther: "Go on with the file that is open now", anew: "Send a file again", toRows: "Look at the rows",
    columns: (n: number) => `Since you opened this page ${counted(n, { one: "answer was", other: "answers were" })} given or other columns chosen in another tab, so nothing was changed. Send these columns again if they are to stand: what was answered is then asked anew.`,
    typed: (n: number) => `Your text ${formatCount(n)}`,
    again: { title: "Your answers were not saved yet", text: "They are all here: wait a moment, then send them again.", submit: "Send the answers again" },
  },

  done: {
    title: (n: number) => (n === 0 ? "Nothing was new, so nothing was added" : `${capitalise(entriesOf(n))} imported`),
    lead: "The same file a second time adds nothing.",
    pairs: "Your labels and their codes", pairsText: "Write these down in your service’s own record now: the labels are stored nowhere, and this is shown once.",
    columns: { label: "Your label", code: "Code here", rows: "Rows" },
    toLog: "Go to the log", toList: "Earlier imports", another: "Import another file",
  },

  list: {
    title: "Earlier imports", lead: "Each can be undone, except for what has been confirmed or locked since.", empty: "Nothing was imported yet",
    caption: "Imports, the newest first", columns: { when: "When", entries: "Entries", state: "State" },
    standing: "stands", undone: (moment: string) => `undone ${moment}`, nothingGoes: (reasons: readonly string[]) => (reasons.length === 0 ? "stands; nothing of it can be undone" : `stands; nothing of it can be undone: ${listAnd(reasons)}`), undo: "Undo", undoLabel: (moment: string) => `Undo: the import of ${moment}`,
  },

  undo: {
    title: (moment: string) => `Undo the import of ${moment}`,
    lead: "What is undone stays in the history and counts for nothing. The same file can be imported again afterwards.",
    goes: (n: number) => `${capitalise(entriesOf(n))} ${n === 1 ? "goes" : "go"}`, clients: (n: number) => `${capitalise(counted(n, { one: "client", other: "clients" }))} without any other cycle ${n === 1 ? "goes" : "go"} too.`,
    stays: (n: number) => `${capitalise(entriesOf(n))} ${n === 1 ? "stays" : "stay"}`, why: { confirmed: "confirmed", locked: "locked by a signed stage", voided: "voided already", changed: "changed since" },
    reviews: (n: number) => `${capitalise(counted(n, { one: "shared review", other: "shared reviews" }, true))} that it added to films of before ${n === 1 ? "goes" : "go"}`,
    staying: { confirmed: (n: number) => `${formatCount(n)} confirmed`, locked: (n: number) => `${formatCount(n)} locked by a signed stage`, voided: (n: number) => `${formatCount(n)} voided already`, changed: (n: number) => `${formatCount(n)} changed since` },
    nothingGoes: "Nothing of this import can be undone", more: (n: number) => `${capitalise(counted(n, { one: "further entry stays", other: "further entries stay" }, true))} for the same reasons.`,
    submit: "Undo this import", nothing: "There is nothing left to undo.", done: (n: number) => `${capitalise(entriesOf(n))} undone.`,
    reason: "The import was undone.",
  },
} as const;
