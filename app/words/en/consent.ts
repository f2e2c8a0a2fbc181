import { capitalise, counted, formatDay, listAnd, plural } from "../format.ts";

/** Roles as they stand inside a sentence. */
const people = {
  client: "the parent or carer", child: "the child", other_child: "another child", other_adult: "another adult", professional: "a professional",
} as const;
type Filmed = keyof typeof people;

/** Whom a film may be shown to, inside a sentence. */
const audiences = {
  own_supervisor: "your supervisor", peers: "other trainees, in peer supervision", independent_reviewer: "an independent reviewer", wider_training: "training beyond this programme’s trainees",
} as const;
type Audience = keyof typeof audiences;

/** Words on whose consent a film needs. */
export const consent = {
  title: "Consent",
  heading: (code: string) => `Consent in case ${code}`,
  lead: "Everybody who can be seen or heard in a film, by role. Names and signed forms stay in your service’s own record.",
  add: "Add somebody filmed", change: "Change", withdraw: "Withdraw", void: "Void",
  toClient: (code: string) => `Client ${code}`,

  people,
  roles: { client: "The parent or carer", child: "The child", other_child: "Another child", other_adult: "Another adult", professional: "A professional" },
  roleHints: {
    client: "The adult you work with: gives consent themself.", child: "Through whoever holds parental responsibility.",
    other_child: "A brother or sister, for example. Through whoever holds parental responsibility.", other_adult: "Gives consent themself.", professional: "Gives consent themself.",
  },
  numbered: (role: string, n: number) => `${role} ${String(n)}`,
  purposes: {
    own_supervisor: "Your supervisor", peers: "Other trainees, in peer supervision", independent_reviewer: "An independent reviewer",
    wider_training: "Training beyond this programme’s trainees",
  },
  shownTo: (to: readonly Audience[]) => (to.length === 0 ? "Nobody but you" : capitalise(listAnd(to.map((one) => audiences[one])))),
  givenHow: { signed_form: "On a signed form", electronic_form: "On an electronic form", spoken_on_film: "Spoken on the film" },
  givenBy: { self: "The person themself", parental_responsibility: "Whoever holds parental responsibility" },
  childViews: { agrees: "Agrees", not_able_to_say: "Is not able to say" },
  saysNo: "Says no",
  voidReasons: { recorded_twice: "It was recorded twice", another_client: "It belongs to another client", not_filmed: "This person is in no film", never_given: "It was never given" },

  terms: { givenOn: "Given on", givenHow: "How", givenBy: "Given by", childView: "The child’s own view", purposes: "A film may be shown to", withdrawnOn: "Withdrawn on" },
  states: { stands: "Stands", withdrawn: "Withdrawn", voided: "Voided" },
  empty: "Nobody is recorded yet", emptyText: "Start with the parent or carer. A film can be submitted once everybody in it agreed that your supervisor sees it.",
  voidedHeading: "Recorded by mistake",

  labels: {
    filmedRole: "Who is filmed", givenOn: "Consent given on", givenHow: "How it was given", childView: "The child’s own view", purposes: "A film of this person may be shown to",
    withdrawnOn: "Withdrawn on", because: "Why it is voided",
  },
  hints: {
    purposes: "Tick what was agreed to. With nothing ticked a film is shown to nobody but you.",
    childView: "A child who says no is not filmed, so there is nothing to record.",
  },
  forms: {
    roleMissing: "Choose who is filmed", dayMissing: "Enter the day on which consent was given", howMissing: "Choose how consent was given",
    childViewMissing: "Say what the child’s own view is",
    childSaysNo: "A child who says no is not filmed, whatever others agree to. Nothing was recorded.",
    withdrawnDayMissing: "Enter the day on which consent was withdrawn", becauseMissing: "Choose why it is voided",
  },

  newTitle: (code: string) => `Somebody filmed in case ${code}`,
  newLead: "What was agreed to, as the form in your service’s own record says it. Nothing here is typed, so nothing can name anybody.",
  newSubmit: "Record the consent",
  changeTitle: (who: string) => `Change the consent: ${who}`,
  changeLead: "What is taken back here holds from the next play on. To take back everything, withdraw the consent instead.",
  withdrawTitle: (who: string) => `Withdraw the consent: ${who}`,
  withdrawLead: "From the moment you press, nobody can watch a film that this consent covers, and the film is erased for good. What was learnt from it stays, and no stage is delayed. It cannot be taken back: who agrees again gives a new consent.",
  covers: (films: number) => (films === 0 ? "No film is kept under this consent." : `${capitalise(counted(films, { one: "film is", other: "films are" }, true))} kept under this consent and will be erased.`),
  withdrawSubmit: "Withdraw the consent",
  gone: "Films that went with it, each with its receipt:",
  goneOn: (day: string) => `Film deleted on ${formatDay(day)}`,
  voidTitle: (who: string) => `Void the record: ${who}`,
  voidLead: "For a consent that was recorded by mistake. It stays on the record, voided, and carries no film. Where somebody changed their mind, withdraw the consent instead.",
  voidSubmit: "Void this record",
  saved: {
    recorded: "The consent is recorded.", changed: "The consent is changed.", voided: "The record is voided.",
    withdrawn: "The consent is withdrawn. Nobody can watch a film that it covers from now on.",
  },

  line: {
    none: "No consent is recorded yet.",
    agreed: (who: readonly Filmed[]) => `${capitalise(listAnd(who.map((one) => people[one])))} ${plural(who.length, { one: "has", other: "have" })} agreed.`,
    withdrawn: (who: Filmed, day: string) => `The consent of ${people[who]} was withdrawn on ${formatDay(day)}.`,
    more: "Who is filmed",
    ready: "Nothing is missing for a film to be submitted.",
    before: "Before a film can be submitted",
    missing: {
      nobody_recorded: (who: Filmed) => `Record what ${people[who]} agreed to.`,
      withdrawn: (who: Filmed) => `The consent of ${people[who]} was withdrawn: a new one would have to be given.`,
      voided: (who: Filmed) => `Record what ${people[who]} agreed to.`,
      not_yet_given: (who: Filmed) => `The consent of ${people[who]} begins on a day to come.`,
      not_for_purpose: (who: Filmed) => `${capitalise(people[who])} did not agree that your supervisor sees a film.`,
    },
    noChild: "If no child is in the film, set the age of this case to “Adult”.",
  },
} as const;
