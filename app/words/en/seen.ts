import { capitalise, counted, formatDay, listAnd } from "../format.ts";

/** Words of “What others see of me”. */
export const seen = {
  title: "What others see of me",
  lead: "Read off the pages of each of them as they stand now, for them as they are today. What is not listed here they do not see.",
  back: "Reflections",
  roles: { supervisor: "your supervisor", reviewer: "asked to decide on your stage", fellow: "fellow trainee", named: "named in a session of yours", lead: "programme lead", administrator: "administrator" },
  as: (name: string, roles: readonly string[]) => (roles.length === 0 ? name : `${name}: ${listAnd(roles)}`),
  items: {
    record: (entries: number) => `Your progress and your whole log: ${counted(entries, { one: "entry", other: "entries" })}, with their notes`,
    reflections: (n: number) => `${capitalise(counted(n, { one: "reflection", other: "reflections" }, true))} that you shared`,
    films: (n: number) => `${capitalise(counted(n, { one: "film", other: "films" }, true))}: ${n === 1 ? "it" : "they"} can be watched, and not kept`,
    until: (day: string) => `A film, until ${formatDay(day)} at the latest`,
    receipts: (n: number) => `Receipts of ${counted(n, { one: "film that is", other: "films that are" })} gone`,
    receipt: (nth: number) => `Receipt ${String(nth)}`,
    session: (day: string) => `Session of ${formatDay(day)}`,
    submissions: (n: number) => `${capitalise(counted(n, { one: "submitted shared review", other: "submitted shared reviews" }, true))}, with moments, feedback and answers`,
    skills: "Your skills record of each stage, yours and theirs",
    requests: (n: number) => `${capitalise(counted(n, { one: "request", other: "requests" }, true))} for a sign-off`,
    evidence: (stage: number) => `The evidence of stage ${String(stage)}, until it is decided: what counts, reviewed submissions, the skills record; no note`,
    waiting: (n: number) => `${capitalise(counted(n, { one: "session", other: "sessions" }, true))} that ${n === 1 ? "waits" : "wait"} for their word: day, minutes and who was there`,
    led: "This line and what stands behind it: counts, days and decisions",
    managed: "Your name, address, roles, supervisors and enrolment",
  },
  open: "See it",
  fellows: { title: "Fellow trainees", text: (n: number) => (n === 0 ? "There is no other trainee in your programme today." : `${capitalise(counted(n, { one: "other trainee sees", other: "other trainees see" }))} your name where they log peer supervision and where they share a reflection, and no more unless they are listed above.`) },
  others: { title: "Everybody else", text: "Supervisors whom you do not have, other programmes and whoever is not signed in see nothing of you." },
  published: { title: "What may be published", text: "You are one of a number, without a name; a number of fewer than ten is never shown.", open: "The table as it may be published" },
  nobody: {
    title: "What nobody else sees",
    text: (told: { readonly reflections: number; readonly cases: number }) =>
      `${capitalise(counted(told.reflections, { one: "reflection", other: "reflections" }, true))} that ${told.reflections === 1 ? "is" : "are"} shared with nobody now; the pages of your ${counted(told.cases, { one: "case", other: "cases" })} with what is told there of families and consent; your private moments and drafts.`,
  },
  page: {
    title: (name: string) => `You, as ${name} sees you`,
    note: (name: string) => `This is what ${name} is shown, made in the same way for you to read. Buttons of theirs are left out.`,
    back: "What others see of me",
  },
  none: "Nobody sees anything of you today.",
} as const;
