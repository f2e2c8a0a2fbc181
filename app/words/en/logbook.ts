import { counted, formatDay, formatMinutes, listAnd, plural } from "../format.ts";

const kinds = {
  chi_number: "a CHI number", nhs_number: "an NHS number", long_number: "a long number that may be mistyped", telephone: "a telephone number",
  email: "an e-mail address", postcode: "a postcode", birth_date: "a date of birth", date: "a date", initials: "initials", possible_name: "a name",
} as const;
export type IdentifierKind = keyof typeof kinds;

const quoted = (text: string) => `“${text}”`;

/** Words of the room `logbook`. */
export const logbook = {
  identifiers: {
    kinds,
    refused: (found: readonly IdentifierKind[]) => `Take out what looks like ${listAnd(found.map((kind) => kinds[kind]))}: nothing here may tell who the family is`,
    ask: (found: readonly string[]) =>
      `${listAnd(found.map(quoted))} could ${plural(found.length, { one: "be a name or another sign", other: "be names or other signs" })} of a family. Change the text, or tick this box once`,
    box: "None of this is a name, a number or a date of a family member",
  },

  forms: {
    clientMissing: "Choose the client, or a new client",
    filmDayMissing: "Enter the day of the film",
    reviewDayMissing: "Enter the day of the shared review, or choose “Not yet”",
    reviewBeforeFilm: "The shared review has to be on the day of the film or later",
    sessionDayMissing: "Enter the day",
    minutesMissing: "Enter how many minutes it took",
    startsAtUnreadable: "Enter the time of day with hours and minutes, such as 14:30",
    supervisorMissing: "Choose who supervised",
    attendeesMissing: "Choose at least one other trainee who was there",
    trainingMissing: "Choose which training it was",
    halfDaysMissing: "Enter how many half-days it was",
    standsLink: "Open what stands",
    voidReasonMissing: "Say why, so that it can be understood later",
  },

  kinds: { cycle: "Cycle", supervision: "Supervision", peer_supervision: "Peer supervision", training: "Training", recognised: "Recognised prior work" },
  ageBands: { pre_birth: "Before birth", "0_2": "0 to 2 years", "2_4": "2 to 4 years", "5_11": "5 to 11 years", "11_18": "11 to 18 years", adult: "Adult" },
  noAgeBand: "age not given",
  modes: { in_person: "In person", remote: "Remote" },
  formats: { individual: "One to one", group: "In a group" },
  trainings: { initial_course: "Initial course", mid_point: "Mid-point" },
  nextSteps: { another_cycle: "Another cycle", close: "Close the case" },
  confirmations: { waiting: "Waiting for confirmation", confirmed: "Confirmed", questioned: "A question was asked" },

  labels: {
    client: "Client", newClientAgeBand: "Age of the child in the film", filmedOn: "Filmed on", filmMinutes: "Length of the film", mode: "How",
    reviewedOn: "Shared review", reviewMinutes: "Length of the shared review", clipsChosen: "Clips chosen", goalRating: "Goal rating by the client, 0 to 10", goalNRating: (n: number) => `Rating of goal ${String(n)}, 0 to 10`,
    filmedRoles: "Who was filmed", reviewFilmed: "Was the shared review filmed?", attunedMoments: "Attuned moments, in your words", reflection: "Reflection, for you alone",
    discussedIds: "Cycles you talked about", nextStep: "Next step",
    cycleNote: "One thing that went well", heldOn: "Day", startsAt: "Time of day", minutes: "Length", format: "Setting", supervisorId: "Supervisor",
    attendeeIds: "Who else was there", note: "Note", training: "Which training", halfDays: "Half-days", reason: "Why", ageBand: "Age of the child",
    supervisionNote: "One thing you take with you", peerNote: "What you take with you",
  },
  fields: {
    clientCode: "Client", filmedOn: "Film", filmMinutes: "Length of the film", mode: "How", reviewedOn: "Shared review", reviewMinutes: "Length of the shared review",
    clipsChosen: "Clips chosen", goalRating: "Goal rating", goal2Rating: "Rating of goal 2", goal3Rating: "Rating of goal 3", nextStep: "Next step",
    filmedRoles: "Filmed", reviewFilmed: "Shared review filmed", attunedMoments: "Attuned moments", reflection: "Reflection", discussed: "Cycles talked about", note: "Note", heldOn: "Day", startsAt: "Time of day", minutes: "Length", format: "Setting",
    supervisorName: "Supervisor", attendees: "Others there", training: "Training", halfDays: "Half-days", voided: "Voided",
    requirement: "Recognised towards", amount: "Amount", recognisedOn: "Recognised on", recognisedNote: "Why",
  },
  hints: {
    codes: "Codes only. No names, initials or dates of birth.",
    note: "Write about what happened, never who they are.",
    counts: "The cycle counts once this has a date.",
    planned: "A day to come is kept as planned, and counts from that day on.",
    startsAt: "For example 14:30. Only needed where two sessions fall on one day.",
    ageBand: "Helps you to tell your clients apart. NES offers VIG to 18 months; an older child counts alike.",
    reflection: "Only you read this, until you share it: with your supervisor or a fellow trainee, never with a lead or an administrator.",
    goals: "Leave empty what was not rated, or is kept in VIG-DCS.",
    discussed: "Your latest ones. Nothing has to be ticked.",
    changeReason: "For whoever reads the earlier versions.",
    minutes: "In minutes, as it was: 90 for an hour and a half.",
    noSupervisors: "Nobody supervises in your programme yet. Your administrator adds supervisors.",
    externalSupervisors: "Somebody from outside who is missing is added by your administrator; a programme lead then vouches for them, once.",
    noFellows: "There are no other trainees in your programme yet.",
    halfDays: "The two-day course is 4 half-days, the mid-point is 1.",
  },

  quick: { title: "A cycle in a few touches", more: "Length, ratings, notes: the whole form", supervision: "Supervision, as the last one was" },

  log: {
    title: "Log",
    heading: (entries: number) => (entries === 0 ? "Your log is empty" : `Your log: ${counted(entries, { one: "entry", other: "entries" })}`),
    actions: { cycle: "Log a cycle", supervision: "Supervision", peerSupervision: "Peer supervision", training: "Training", clients: "Clients", import: "Import" },
    filters: {
      label: "Show only a part", all: "Everything", kind: "Kind", client: "Client", allClients: "All clients", state: "Where it stands", allStates: "Wherever",
      apply: "Show", clear: "Show everything", now: (parts: readonly string[]) => `Only a part is shown: ${listAnd(parts)}`,
    },
    stateNames: { counts: "Counts", waiting: "Waits for confirmation", not: "Does not count", voided: "Voided" },
    caption: "Entries, the newest day first",
    noneFiltered: "Nothing in your log fits this.",
    empty: "Your log starts with the first film",
    emptyText: "Log a cycle when you have filmed. The client gets a code here, never a name. Supervision, peer supervision and training are logged in minutes or half-days.",
    emptyImport: "Bring a logbook you already keep",
    showing: (shown: number, of: number) => `${String(shown)} of ${counted(of, { one: "entry", other: "entries" })} shown`,
    more: "Show more",
  },

  saved: {
    cycle: "The cycle is logged.", supervision: "The supervision is logged.", peer_supervision: "The peer supervision is logged.", training: "The training is logged.",
    question: "Your question is sent. The entry does not count until it is confirmed again.", changed: "The change is saved.", lapsed: "The change is saved. It had been confirmed; because what counts has changed, it has to be confirmed again.",
    reopened: "The cycle is logged. It comes later than the closing of its case, so the case is open again.",
    changed_reopened: "The change is saved. The cycle comes later than the closing of its case, so the case is open again.",
    voided: "The entry is voided. It stays to be seen and counts for nothing.",
    client: "The client is opened. Note the code in your service’s own record: the portal never knows who it is.",
    client_changed: "The client is changed.", client_voided: "The client is voided.",
    imported: "The logbook is imported.",
  },

  /** What comes next for a session that was just logged. */
  next: {
    counts: "It counts.",
    waits: {
      supervision: "It counts once your supervisor has confirmed it.", peer_supervision: "It counts once somebody who was there has confirmed it.",
      training: "It counts once a programme lead has confirmed it.",
    },
    missing: "What is still missing stands below.",
  },

  cycle: {
    new: "Log a cycle", change: "Change the cycle", more: "More, if you like", newClient: "New client", closedClients: (n: number) => counted(n, { one: "closed client", other: "closed clients" }),
    lead: "Only the client and the day of the film are needed.",
    questions: {
      longGap: (weeks: number) => `The shared review is more than ${counted(weeks, { one: "week", other: "weeks" }, true)} after the film. Was it so?`,
      longFilm: (minutes: number) => `A film of ${formatMinutes(minutes)} is unusually long. Is it the film’s length?`,
      filmDayThere: (day: string) => `You logged a film of ${formatDay(day)} with this client already. Is this another one?`,
    },
    asMeant: "Yes, it is as I typed it",
    pill: { last: (day: string) => `last ${formatDay(day)}`, none: "no cycle yet", closed: (day: string) => `closed ${formatDay(day)}` },
  },
  supervision: { new: "Log supervision", more: "More, if you like", discussed: (code: string, day: string) => `${code}, film of ${formatDay(day)}`, external: (name: string) => `${name} (from outside)`, change: "Change the supervision", lead: "It counts once your supervisor has confirmed it." },
  peer: { new: "Log peer supervision", change: "Change the peer supervision", lead: "One of the others who were there confirms it. It is not part of the supervision hours." },
  training: { new: "Log training", change: "Change the training", lead: "A programme lead confirms that you were there." },

  entry: {
    back: "Log", change: "Change", void: "Void",
    counts: "This entry counts", countsAs: (what: readonly string[]) => `Counts towards ${listAnd(what)}.`,
    leftOut: "This entry does not count",
    sameAs: "The first one",
    locked: (stage: number, day: string) => `Stage ${String(stage)} was signed on ${formatDay(day)}, so this entry is locked. A programme lead can reopen the stage; a supervisor or lead can void or question the entry.`,
    lockedForYou: (stage: number, day: string) => `Stage ${String(stage)} was signed on ${formatDay(day)}, so the trainee can no longer change this entry. You can void or question it with a reason; the decision stands.`,
    question: "Ask about it",
    versions: "What happened",
    first: "Logged", changed: "Changed", voided: "Voided",
    byOn: (name: string, moment: string) => `${name}, ${moment}`,
    because: (reason: string) => `Why: ${reason}`,
    fromTo: (field: string, from: string, to: string) => `${field}: from ${from} to ${to}`,
    set: (field: string, to: string) => `${field}: ${to}`,
    removed: (field: string, from: string) => `${field}: ${from} taken out`,
    reflectionChanged: "Your reflection was changed",
    yes: "yes", no: "no",
    decided: { confirmed: "Confirmed", questioned: "Questioned" },
    addReview: "Add the shared review",
    notYet: "not yet",
    clips: (n: number) => counted(n, { one: "clip", other: "clips" }),
    halfDays: (n: number) => counted(n, { one: "half-day", other: "half-days" }),
    outOfTen: (n: number) => `${String(n)} of 10`,
    toSignOff: (stage: number) => `The sign-off of stage ${String(stage)}`,
    details: "Details", toClient: "All cycles with this client",
  },

  voiding: {
    title: "Void this entry", text: "A voided entry stays in the log with your reason and counts for nothing. It cannot be brought back; log it again if it was right.",
    lockedText: (stage: number) => `Stage ${String(stage)} is signed, and that decision stands. The entry stays to be seen with your reason and counts for nothing; it cannot be brought back. The trainee, whoever signed, the supervisors and the leads are told.`,
    submit: "Void this entry", clientTitle: (code: string) => `Void client ${code}`, clientText: "For a client that was opened by mistake. The code is never used again.", clientSubmit: "Void this client",
  },

  lockedQuestion: {
    title: "Ask about this entry",
    text: (stage: number) => `Stage ${String(stage)} is signed, and that decision stands. With a question the entry counts no longer until it is confirmed again. The trainee, whoever signed, the supervisors and the leads are told.`,
    label: "Your question", hint: "The trainee reads it. Codes only, no names of families.", missing: "Write what should be looked at again", submit: "Send the question",
  },

  clients: {
    title: "Clients", heading: (n: number) => (n === 0 ? "No clients yet" : `Your ${counted(n, { one: "client", other: "clients" })}`),
    lead: "Each under a code that the portal made. Who is behind a code stands in your service’s own record, never here.",
    new: "New client", caption: "Clients, the one seen last first",
    columns: { code: "Code", ageBand: "Age", cycles: "Cycles", lastDay: "Last film or review", state: "Case" },
    open: "open", closed: (day: string) => `closed ${formatDay(day)}`,
    empty: "The first client comes with the first cycle", emptyText: "You can also open one here and log the cycle later.",
    none: "none yet",
    openTitle: "Open a client", openLead: "The portal makes the code. You are asked for nothing that could tell who it is.", openSubmit: "Open the client",
    one: (code: string) => `Client ${code}`, log: "Log a cycle", change: "Change", void: "Void",
    changeTitle: (code: string) => `Change client ${code}`,
    openedOn: (day: string) => `Opened ${formatDay(day)}`,
  },
} as const;
