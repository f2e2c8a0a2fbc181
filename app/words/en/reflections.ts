import { capitalise, counted, formatDay, formatMoment, listAnd } from "../format.ts";

const things = (n: number, spelled = false) => counted(n, { one: "reflection", other: "reflections" }, spelled);

/** Words of a trainee's own reflections and of whom they are shared with. */
export const reflections = {
  title: "Reflections",
  heading: (n: number) => (n === 0 ? "No reflections yet" : capitalise(`${things(n, true)} of yours`)),
  lead: "What you write here is yours alone until you share it: one by one, with whom you choose, for as long as you like.",
  add: "Write a reflection", seen: "What others see of me", back: "Reflections",
  empty: "Nothing is written yet", emptyText: "A few lines after a shared review or a session are enough. Nobody sees them, and nobody is told that you wrote them, until you share one.",
  list: "Your reflections, the newest first",
  ofCycle: "Of a cycle", free: "A reflection",
  more: "Show more", showing: (shown: number, all: number) => `${String(shown)} of ${things(all)} are shown.`,

  chips: { private: "Private", shared: (names: readonly string[]) => `Shared with ${listAnd(names)}`, voided: "Voided", part: (n: number) => `Shared with ${counted(n, { one: "person", other: "people" }, true)}` },

  form: {
    newTitle: "Write a reflection", newLead: "Only you read it, until you share it.", changeTitle: "Change the reflection",
    changeShared: (names: readonly string[]) => `${listAnd(names)} ${names.length === 1 ? "reads" : "read"} it too, as you leave it here.`,
    save: "Save",
    labels: { writtenOn: "Of which day?", text: "Your reflection", entryId: "About an entry of your log", personIds: "With whom?" },
    hints: { text: "What did you notice, in them and in yourself? Codes only, no names of families. At most 4,000 signs.", noEntry: "About no entry in particular" },
    dayMissing: "Choose the day", textMissing: "Write something, or leave the page: nothing is kept of it",
    now: "What stands now", standsNow: { writtenOn: "Day", text: "Reflection" },
  },

  page: {
    titleOn: (day: string) => `Reflection of ${formatDay(day)}`,
    about: "The entry that it is about",
    change: "Change", void: "Void", changeCycle: "Change it with the cycle",
    history: "What happened", first: "Written", changed: "Changed", voided: "Voided", before: "What stood here",
    voidedNote: "Voided: nobody but you sees it.",
    voidedCycle: "The cycle was voided, so nobody but you sees this.",
    saved: { written: "Saved. Only you can read it.", changed: "Saved.", shared: "Shared. They are told, and can read it now.", withdrawn: "Taken back. They can no longer read it.", withdrawn_before: "It was taken back before, so nothing was changed. They cannot read it.", voided: "Voided. Nobody but you sees it." },
  },

  sharing: {
    title: "Who can read this", nobody: "Nobody but you.",
    share: "Share it", shareMore: "Share with somebody else",
    shareTitle: "Share this reflection", shareLead: "They are told that you shared a reflection, and read it as it stands then, later changes too. You can take it back at any time.",
    submit: "Share", missing: "Choose at least one person",
    noneLeft: "There is nobody else with whom you could share it: supervisors whom you have today, and fellow trainees of your programme.",
    since: (moment: string) => `can read it since ${formatMoment(moment)}`,
    ended: "can no longer read it: what you had with each other in the programme has ended",
    withdraw: "Take back", withdrawFrom: (name: string) => `Take back from ${name}`,
    as: { supervisor: "your supervisor", fellow: "fellow trainee" },
    never: "Leads and administrators can never be chosen, it counts for nothing, and it is in no evidence.",
  },

  reader: {
    kicker: (name: string) => `Shared with you by ${name}`,
    note: (name: string) => `${name} shares this with you alone as your place in the programme allows, and can take it back at any time.`,
    heading: (name: string) => `Reflections that ${name} shares with you`,
  },

  onEntry: {
    own: "Your reflection", ownMany: "Your reflections", sharing: "Who can read it", write: "Write a reflection about it",
    others: (name: string) => `What ${name} shares with you about it`,
  },

  voiding: { title: "Void this reflection", text: "It stays here for you, marked as voided; nobody else sees it any longer, and it cannot be shared again.", submit: "Void this reflection" },
} as const;
