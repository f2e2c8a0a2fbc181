import { capitalise, counted, formatCount, formatMinutes, listAnd } from "../format.ts";

const things = (n: number) => capitalise(counted(n, { one: "thing waits", other: "things wait" }, true));

/** Words of the room `worklist`. */
export const worklist = {
  title: "Waiting",
  heading: (n: number) => (n === 0 ? "Nothing waits for you" : `${things(n)} for you`),
  oldest: (days: number) => (days === 0 ? "All of it came today." : `Nothing is older than ${counted(days, { one: "day", other: "days" }, true)}.`),
  empty: {
    title: "All clear",
    supervisor: "Sessions that a trainee logged with you, shared reviews that wait for your feedback, answers to you, and stages to sign appear here.",
    trainee: "Peer supervision that names you, answers to you, and shared reviews that came back with a question appear here.",
    lead: "Attendance to confirm, stages that need a reviewer, and external supervisors to verify appear here.",
    nobody: "Nothing comes to you in the roles that you hold today.",
  },

  kinds: {
    supervision: "hours", peer_supervision: "peer session", training: "attendance", submission: "review", returned: "a question", reply: "reply",
    recommend: "sign-off", sign: "sign-off", decide: "sign-off", assign_reviewer: "reviewer", external: "to verify",
  },
  /** What the button of a line says; with what it is about read out after it. */
  acts: {
    supervision: "Question", peer_supervision: "Question", training: "Question", submission: "Review", returned: "Answer", reply: "Read",
    recommend: "Look and recommend", sign: "Look and sign", decide: "Look and decide", assign_reviewer: "Ask a reviewer", external: "Verify",
  },
  actOf: (act: string, title: string) => `${act}: ${title}`,
  seen: "Seen", seenOf: (title: string) => `Seen: ${title}`,
  item: {
    supervision: (minutes: number, day: string, name: string) => `${formatMinutes(minutes)}, ${day}: ${name}`,
    peer_supervision: (minutes: number, day: string, name: string) => `Peer supervision ${formatMinutes(minutes)}, ${day}: ${name}`,
    initial_course: (halfDays: number, day: string, name: string) => `Initial course, ${counted(halfDays, { one: "half-day", other: "half-days" })}, ${day}: ${name}`,
    mid_point: (halfDays: number, day: string, name: string) => `Mid-point, ${counted(halfDays, { one: "half-day", other: "half-days" })}, ${day}: ${name}`,
    external: (name: string) => `External supervisor: ${name}`,
    externalDetail: "Their minutes count once you have verified them, reaching them in a way that the trainee did not give you.",
    request: (stage: number, name: string) => `Stage ${String(stage)}: ${name}`,
    recommend: "They ask for your recommendation.",
    sign: "They ask for your signature.",
    decide: "You are asked to decide, as their independent reviewer.",
    assign_reviewer: "Nobody is asked to decide on it yet.",
    reply: (name: string) => `Answer from ${name}`,
    replies: (n: number) => counted(n, { one: "answer", other: "answers" }),
    group: "in a group",
    at: (time: string) => `at ${time}`,
    there: (names: readonly string[]) => `with ${listAnd(names)}`,
    doesNotCount: "Does not count under this pathway, even when confirmed:",
    choose: (title: string) => `Choose: ${title}`,
  },
  age: (days: number) => (days <= 0 ? "today" : counted(days, { one: "day", other: "days" })),

  list: "The longest waiting first",
  confirm: {
    statement: "“These sessions took place as logged.”",
    hint: "Tick what took place as logged, then confirm it together.",
    chosen: (n: number, minutes: number) => `${counted(n, { one: "entry", other: "entries" })} chosen${minutes === 0 ? "" : ` · ${formatMinutes(minutes)}`}`,
    button: "Confirm what is ticked",
    buttonOf: (n: number) => `Confirm ${counted(n, { one: "entry", other: "entries" }, true)}`,
    nothing: "Tick at least one entry to confirm",
    tooMany: (most: number) => `Confirm at most ${formatCount(most)} at once: untick some, and confirm those afterwards`,
    more: (shown: number, rest: number) => `These are the ${formatCount(shown)} that have waited longest. ${capitalise(counted(rest, { one: "more follows", other: "more follow" }, true))} once some of these are decided.`,
  },

  question: {
    title: "Ask a question", heading: "What should be looked at again?",
    label: "Your question", hint: "The trainee reads it, and the entry does not count until it is cleared. Codes only, no names of families.",
    missing: "Write what should be looked at again", notSent: "Your question was not sent",
    send: "Send the question", back: "Waiting",
  },

  verify: {
    title: "Verify an external supervisor", heading: (name: string) => `Is ${name} who they are said to be?`,
    lead: "A trainee logged supervision with somebody outside your programme. You verify them once; from then on their sessions can count, within their accreditation dates.",
    label: "I reached this person by a contact that I obtained myself, not from the trainee, and they confirmed that they supervise.",
    missing: "Tick this once you have reached them yourself",
    send: "Verify", back: "Waiting",
  },

  done: {
    confirmed: (n: number) => `${capitalise(counted(n, { one: "entry", other: "entries" }, true))} confirmed.`,
    question: "Your question is on its way. The entry does not count until it is cleared.",
    verified: "Verified. Their sessions can count now.",
    gone: "It no longer waits for you: it was changed, voided or decided meanwhile.",
  },

  due: { heading: "Who is due", none: "Nobody is due for supervision.", last: (text: string) => `last supervision: ${text}` },
  trainees: { heading: "Your trainees", all: "All about them" },
} as const;
