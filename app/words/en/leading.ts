import { formatDay } from "../format.ts";
import { pathways } from "./pathways.ts";

const UNFIT = {
  trainee: "is the trainee",
  self: "is you: nobody names themself",
  ever_supervised: "has supervised this trainee, and whoever ever did cannot decide",
  no_standing: "is an independent reviewer of this programme no longer",
  not_accredited: "is not accredited as a supervisor today",
} as const;

/** Words of what a reviewer reads, and of what a lead does with a trainee's stage: asking a reviewer, reopening it, voiding an entry in it or asking about one. */
export const leading = {
  /** Said to whoever is asked to decide. */
  asked: {
    back: "Back to the request",
    counted: "Here stands what made the number, with its days. Notes, and entries that are left out, stay between the trainee and their supervisor.",
  },
  reviewer: {
    title: "Ask a reviewer",
    heading: (stage: string, name: string) => `Who decides on ${pathways.within(stage)} of ${name}?`,
    lead: "An independent reviewer of your programme who never supervised this trainee. They read the evidence of this stage, and watch a film where everybody filmed agreed to that, until it is decided. You see none of it.",
    label: "Independent reviewer", missing: "Choose who decides", submit: "Ask this person",
    none: "Nobody can be asked today. An administrator makes somebody an independent reviewer under People.",
    unfitTitle: "Who cannot be asked",
    unfit: UNFIT,
    lost: (name: string, why: keyof typeof UNFIT) => `${name} was asked to decide and can do so no longer: ${name} ${UNFIT[why]}. Ask somebody else.`,
    over: "This request is over, so nobody is asked any more.",
    notNeeded: "This stage is signed by the trainee’s own supervisor, so nobody else is asked.",
  },
  reopen: {
    title: "Reopen a stage",
    heading: (stage: string, name: string) => `Reopen ${pathways.within(stage)} of ${name}`,
    text: (name: string, day: string) => `It was signed by ${name} on ${formatDay(day)}. That decision stays to be seen. Once reopened, its entries can be changed again, and it has to be asked for and signed anew. The trainee and their supervisors are told.`,
    label: "Why", hint: "The trainee and their supervisors read it. No names of families, no identifiers.", missing: "Give a reason: it is shown beside the stage",
    proof: "Your password, because this is done in your name.",
    submit: "Reopen this stage",
    open: "This stage does not stand signed, so there is nothing to reopen.",
    link: (stage: string) => `Reopen ${pathways.within(stage)}`,
  },
  /** What a lead does with an entry of a signed stage. */
  locked: {
    kinds: { cycle: "cycle", supervision: "supervision", peer_supervision: "peer supervision", training: "training" },
    kicker: (name: string, what: string, day: string) => `${name}: ${what}, ${formatDay(day)}`,
    entry: "Entry", column: "What you can do",
    void: "Void", voidFor: (what: string, day: string) => `Void: ${what}, ${day}`,
    question: "Ask", questionFor: (what: string, day: string) => `Ask about: ${what}, ${day}`,
  },
  card: {
    title: "Open request",
    asked: (stage: string, day: string) => `${stage}, asked for on ${formatDay(day)}.`,
    decides: (name: string) => `${name} is asked to decide.`, nobody: "Nobody is asked to decide yet.", own: "The trainee’s own supervisor decides.",
    ask: "Ask a reviewer", change: "Ask somebody else",
  },
  saved: {
    reviewer: "The reviewer is asked, and told.", reopened: "The stage is reopened. The trainee and their supervisors are told.",
    voided: "The entry is voided. The trainee, whoever signed and the supervisors are told.",
    questioned: "Your question is sent. The entry counts no longer until it is confirmed again; the trainee, whoever signed and the supervisors are told.",
    recognised: "The work is recognised and counts.", recognition_voided: "What was recognised is voided and counts for nothing.",
  },
} as const;
