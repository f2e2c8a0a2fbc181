import { counted, formatDay } from "../format.ts";

/** Words of the record that leaves with its trainee, and of one that was brought along. */
export const record = {
  title: "Take your record with you",
  open: "See what is in it",
  lead: "One archive (.zip) with everything that is kept here of your training. It stays here too.",
  inTitle: "What is in it",
  in: [
    "attune-record.json: everything, with every version of it, in a documented form that another Attune can read. Cases, consents (by role, nobody’s name), cycles, supervision, peer supervision, training, recognised work, who confirmed what, your reflections, what you submitted, the feedback, moments and answers that reached you, skills records, requests and decisions with the evidence under them, your pathway as it was defined.",
    "Tables (.csv) for any spreadsheet: one for each kind as it stands now, and history.csv with every change before.",
    "logbook.pdf: your numbers and your log to read, print or hand in. Your reflections are not in it.",
  ],
  outTitle: "What is not",
  out: [
    "Films: none ever leaves with an archive. What a film was of and how long is in it.",
    "What belongs to others: a supervisor’s private notes and drafts, other trainees’ records and reflections.",
    "Who a family is: the portal never knew.",
  ],
  careTitle: "Keep it well",
  care: "Whoever has the file can read all of it, your private reflections too. Keep it where only you can open it.",
  proof: "So that nobody else takes your record with them.",
  submit: "Make the archive",
  notMade: {
    too_slow: "Making the archive took too long, because a lot is going on here. Nothing is lost: try again in a moment.",
    too_much: "Your record is larger than an archive can hold. Nothing is lost: tell your programme’s administrator, who can ask whoever runs this portal for it.",
    busy_own: "Other files of yours are being read or made just now, so the archive was not made. Nothing is lost: wait until they are done, then try again.",
    busy: "Too many wait here just now, so the archive was not made. Nothing is lost: try again in a moment.",
  },
  fileName: (day: string) => `attune-record-${day}.zip`,

  brought: (origin: string, day: string) => `Brought along from ${origin}, as it stood there on ${formatDay(day)}.`,

  pdf: {
    title: (name: string) => `Training logbook of ${name}`,
    subject: "Logbook of a training in Video Interaction Guidance",
    about: { name: "Trainee", programme: "Programme", pathway: "Pathway", started: "Started", on: "As it stood on", note: "Codes only: who a client is was never in the portal. Reflections are not part of this document." },
    numbers: "Numbers",
    numberColumns: ["What is asked", "Counts", "Asked", "Entries"],
    clients: "Clients", clientColumns: ["Code", "Age", "Case opened", "Case closed", "Cycles"],
    kinds: { cycle: "Cycles", supervision: "Supervision", peer_supervision: "Peer supervision", training: "Training", recognised: "Recognised prior work" },
    entryColumns: ["Day", "What", "With whom, and when", "Where it stands"],
    decisions: "Sign-offs", decisionColumns: ["Stage", "Decided", "By", "What was signed", "Evidence (SHA-256)"],
    none: "Nothing yet.", open: "open",
    page: (n: number, of: number) => `Page ${String(n)} of ${String(of)}`,
  },

  /** Why a file was not read in; each a whole sentence. */
  problems: {
    not_there: "There is no such file.",
    too_large: "The file is larger than 50 MB: no record is.",
    no_record_inside: "The archive holds no attune-record.json.",
    unreadable: "The file is cut short, or is no record: it breaks off or goes on where it should not.",
    not_a_record: "The file is no record: it does not say that it is one.",
    other_version: "The record was written in another version of the format than this portal reads. Read it with the version that wrote it, and take it from there again.",
    wrong_structure: "The record was changed after it was written, or by something that does not know the format: this part of it is not as it has to be:",
    names_others: "The record was changed after it was written: it names somebody or something that is not in it.",
    hash_differs: "The record was changed after it was written: the evidence under a signature is not the one that was signed.",
    not_empty: "That person has a record here already: a record is only read in for somebody who has none.",
    name_differs: "Somebody of the record is here already under another name.",
    has_account: "Somebody who is named in the record has an account here: nothing is read in in the name of somebody who can sign in.",
    email_taken: "Somebody else here has that e-mail address: name another one with --email.",
    email_needed: "The record names no e-mail address that is one: name one with --email.",
    pathway_differs: "A pathway of that name and version is here already, and asks for something else.",
    here_already: "Something of the record is here already, or stands in it twice.",
    does_not_fit: "The record was changed after it was written: something in it does not fit together.",
    counts_differ: "The record was changed after it was written: counted here, it comes to other numbers than it says.",
  },
  read: (name: string, entries: number, numbers: number) => `Read in for ${name}: ${counted(entries, { one: "entry", other: "entries" })}, and all ${counted(numbers, { one: "number", other: "numbers" })} come to the same.`,
} as const;
