import { capitalise, counted, formatCount, formatDay, listAnd, listOr, plural } from "../format.ts";
import { pathways } from "./pathways.ts";

const { within } = pathways;

/** Words of the room `accreditation`: asking for a stage, signing it, and what stands afterwards. */
export const accreditation = {
  title: "Sign-off",
  titleOf: (stage: string, name: string | null) => (name === null ? `Sign-off of ${within(stage)}` : `${name}: ${within(stage)}`),

  /** What is signed, as it is shown and kept. */
  statement: {
    recommended: (stage: string) => `I have looked at the evidence of ${within(stage)} as it stands here, and I recommend it for sign-off.`,
    signed: (stage: string) => `I have looked at the evidence of ${within(stage)} as it stands here. What it asks is met, and I sign it off.`,
    accredited: (stage: string) => `I have looked at the evidence of ${within(stage)} as it stands here. What the pathway asks is met, and I decide for this programme: accredited.`,
    not_yet: (stage: string) => `I have looked at the evidence of ${within(stage)} as it stands here, and I decide: not yet. What is still to be done is written beside this.`,
  },

  states: { waiting: "Asked", recommended: "Recommended", withdrawn: "Withdrawn", signed: "Signed", accredited: "Accredited", not_yet: "Not yet" },
  asked: (day: string) => `Asked on ${formatDay(day)}`,
  askedAgain: (day: string, round: number) => `Asked on ${formatDay(day)}, for the ${["", "", "second", "third", "fourth", "fifth"][round] ?? `${formatCount(round)}th`} time`,
  signature: {
    recommended: (name: string, day: string) => `Recommended by ${name} on ${formatDay(day)}`,
    signed: (name: string, day: string) => `Signed by ${name} on ${formatDay(day)}`,
    accredited: (name: string, day: string) => `Accredited by ${name} on ${formatDay(day)}`,
    not_yet: (name: string, day: string) => `“Not yet”, said ${name} on ${formatDay(day)}`,
  },
  waitsFor: {
    sign: (names: readonly string[]) => (names.length === 0 ? "It waits for a supervisor, and none is assigned today: ask your programme’s administrator." : `It waits for ${listOr(names)} to sign.`),
    recommend: (names: readonly string[]) => (names.length === 0 ? "It waits for a supervisor to recommend it, and none is assigned today: ask your programme’s administrator." : `It waits for ${listOr(names)} to recommend it; then somebody else decides.`),
    second: (names: readonly string[]) => (names.length === 0 ? "It waits for a second supervisor, or for a programme lead to ask a reviewer." : `It waits for ${listOr(names)} to decide.`),
    reviewer: (name: string) => `It waits for ${name}, the independent reviewer, to decide.`,
    lead: "It waits for a programme lead to ask an independent reviewer.",
  },
  waitsForYou: "waits for you",

  evidence: {
    title: "What is signed",
    titleAsk: "What will be looked at",
    titleSigned: "What was signed",
    numbers: "Numbers", gates: "Training", submissions: "Reviewed shared reviews", skills: "Skills record",
    number: (title: string, figure: string) => `${title}: ${figure}`,
    gateDone: "done", gateOpen: (have: number, need: number) => `${formatCount(have)} of ${counted(need, { one: "half-day", other: "half-days" })}`,
    notMet: "not reached",
    noSubmission: "No shared review of this stage has feedback yet.",
    skillsNone: "Nobody has filled in a skills record for this stage; it is never needed.",
    skillsThere: (n: number) => `${counted(n, { one: "record", other: "records" })} for this stage`,
    leaves: "Nothing that was written goes into what is signed: only entries, versions, amounts and days.",
  },
  moved: {
    title: "What moved since it was asked",
    none: "Nothing has moved since it was asked.",
    hash: "The evidence is another than when it was asked for.",
    sinceSigned: "Changed since it was signed",
    sinceSignedText: "The decision stands. What it was signed on is kept as it was.",
    pathway: "The version of the pathway",
    number: (title: string, from: string, to: string) => `${title}: ${from} then, ${to} now`,
    gate: (gate: string, isOpen: boolean) => `${capitalise(gate)}: ${isOpen ? "done since" : "no longer done"}`,
    added: (entry: string) => `Counts since: ${entry}`,
    gone: (entry: string) => `Counts no longer: ${entry}`,
    voided: (entry: string) => `Voided: ${entry}`,
    changed: (entry: string) => `Changed or confirmed: ${entry}`,
    submission: (title: string, state: string) => `${title}: ${within(state)}`,
    skills: "The skills record was filled in",
    anEntry: "an entry",
  },

  missing: {
    title: "What is missing",
    lead: (stage: string, n: number) => `${counted(n, { one: "thing is", other: "things are" }, true).replace(/^./, (c) => c.toUpperCase())} missing before ${within(stage)} can be asked for.`,
    standing: (n: number) => `What stands (${formatCount(n)})`,
    now: "Missing now",
    underWay: "The time on this pathway has ended",
    stageOpen: "This stage is signed already",
    earlier: (stage: string) => `${stage} is not signed yet`,
    number: (title: string, figure: string, toGo: string) => `${title}: ${figure}, ${toGo} to go`,
    numberStands: (title: string, figure: string) => `${title}: ${figure}`,
    gate: (gate: string) => `${capitalise(gate)} is missing`,
    gateStands: (gate: string) => `${capitalise(gate)} done`,
    review: "One shared review of this stage with feedback from a supervisor",
    reviewStands: "A shared review of this stage has feedback",
    waiting: "Another request of yours waits already",
    acts: { cycle: "Log a cycle", supervision: "Log supervision", peer_supervision: "Log peer supervision", training: "Log training", review: "Submit a shared review", request: "Look at it" },
  },

  card: {
    title: (stage: string) => `Sign-off of ${within(stage)}`,
    ready: (stage: string) => `Everything that ${within(stage)} asks for stands.`,
    ask: (stage: string) => `Ask for ${within(stage)} to be signed off`,
    look: "Look at the request",
  },
  decisions: {
    title: "Decisions",
    actions: "Still to be done",
    hash: (short: string) => `Evidence ${short}`,
    reopen: "To change something in it, ask your programme lead to reopen the stage.",
    reopenOf: "To change something in it, the programme lead reopens the stage.",
    closed: (stage: string, day: string, name: string) => `${stage}: signed on ${formatDay(day)} by ${name}`,
    reopened: (stage: string, day: string | undefined) => (day === undefined ? `${stage} was reopened` : `${stage} was reopened on ${formatDay(day)}`),
    reopenedBy: (name: string, reason: string) => `${name}: ${reason}`,
    before: (day: string, name: string) => `It had been signed on ${formatDay(day)} by ${name}; that sign-off no longer stands.`,
    all: "All requests",
  },

  ask: {
    title: (stage: string) => `Ask for ${within(stage)} to be signed off`,
    lead: "Look once at what others will see. You can take the request back until somebody has decided.",
    notReady: (stage: string) => `${stage} cannot be asked for yet`,
    who: "Who sees what",
    supervisors: (names: readonly string[]) => (names.length === 0
      ? "No supervisor is assigned to you today, so nobody can sign. Ask your programme’s administrator."
      : `${listAnd(names)} ${plural(names.length, { one: "sees", other: "see" })} your log already, and what is listed here.`),
    reviewer: (name: string) => `${name}, who is asked to decide as an independent reviewer, sees what is listed here until it is decided: counts with their entries, the reviewed shared reviews, the skills record. A film only where the consent says so.`,
    reviewerLater: "A programme lead asks an independent reviewer, who never supervised you. That person sees what is listed here until it is decided. A film only where the consent says so.",
    leads: "Programme leads see that it was asked, for which stage and when; nothing of the evidence.",
    next: { own_supervisor: "Then your own supervisor decides.", second_supervisor: "Then one supervisor recommends and another decides.", independent_reviewer: "Then your supervisor recommends, and the independent reviewer decides." },
    submit: "Ask for sign-off",
    back: "Progress",
  },

  request: {
    saved: {
      asked: "Asked. Whoever decides was told.", recommended: "Recommended. Whoever decides was told.",
      decided: "Decided. The trainee was told.", withdrawn: "Taken back. Whoever was told of it knows.",
    },
    hash: (short: string) => `Evidence ${short}`,
    hashText: "The fingerprint (SHA-256) of this evidence. It is kept with the signature, so that anybody can see later whether it is the same.",
    notYours: {
      unaccredited: "You are not accredited as a supervisor today, so this is another’s to sign.",
      recommended: "You recommended this stage, so somebody else decides.",
      supervised: "You have supervised this trainee, so you cannot decide on this stage as a reviewer. Please tell the programme lead.",
      standing: "You are not an independent reviewer of this programme today, so you cannot decide. Please tell the programme lead.",
    },
    sign: {
      title: { recommended: "Recommend", signed: "Sign", accredited: "Decide" },
      submit: { recommended: (stage: string) => `Recommend ${within(stage)}`, signed: (stage: string) => `Sign ${within(stage)}`, accredited: () => "Decide: accredited" },
      missing: "It cannot be signed now: something that the stage asks for does not stand.",
      proof: "Your password, because this is signed in your name.",
    },
    notYet: {
      title: "Not yet", lead: "Say what is still to be done. The trainee reads it, and can ask again afterwards.",
      actions: "What is still to be done", hint: "No names of families, no identifiers.",
      missing: "Say what is still to be done, so that the trainee knows how to go on", submit: "Decide: not yet",
    },
    withdraw: { text: "You can take it back until somebody has decided, and ask again.", submit: "Take the request back" },
    history: "What happened",
  },

  list: {
    title: "Sign-off",
    heading: (n: number) => (n === 0 ? "No sign-off waits for you" : `${capitalise(counted(n, { one: "sign-off waits", other: "sign-offs wait" }, true))} for you`),
    own: "Your own", supervised: "Of the trainees whom you supervise", asked: "You are asked to decide", led: "Open in your programmes",
    none: "Nothing was asked for yet.", noneText: "Your progress page says what is missing before a stage can be asked for.", toProgress: "To your progress",
    noneSupervised: "Nobody whom you supervise has asked.", noneLed: "No request is open.",
    line: (name: string, stage: string) => `${name}: ${within(stage)}`,
    reviewer: (name: string) => `${name} is asked to decide`, noReviewer: "nobody is asked to decide yet", noReviewerNeeded: "the trainee’s supervisor decides",
    assign: "Ask a reviewer", assignOther: "Ask somebody else",
  },
} as const;
