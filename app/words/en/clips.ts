import { formatCount, formatDay, formatMoment, listAnd } from "../format.ts";

/** Why a film, an upload or a play is not taken, as whole sentences: they are read beside a progress bar or a player. */
const refusals = {
  empty: "The file is empty. Choose the film again.",
  too_large: "The film is larger than 1 GB. Choose a shorter excerpt.",
  not_a_film: "This file is no film in mp4, mov or webm, whatever its name says. Choose another.",
  no_picture: "There is no picture in this file, only sound. Choose another.",
  codec_not_taken: "The picture is stored in a way that players here cannot read. Save it as H.264, HEVC, VP8, VP9 or AV1 and choose it again.",
  cut_short: "The film breaks off or cannot be read to its end. Copy it from the camera once more and choose it again.",
  too_long: "The film is longer than 10 minutes. Choose a shorter excerpt.",
  too_laborious: "The film is stored so that looking through it takes too long. Save it as a new film and choose it again.",
  hidden_data: "The file holds more than the film that it shows, perhaps pictures that were cut away. Save it as a new film and choose it again.",
  names_place: "The file also tells something else, perhaps the place, the device or a title. Save it without these details and choose it again.",
} as const;

const uploads = {
  sign_in_again: "You are signed out. Sign in again in another window; the upload then goes on where it stopped.",
  not_allowed: "Only trainees send films, and only of their own cycles.",
  entry_unknown: "The cycle that this film belongs to is not in your log.",
  review_missing: "This cycle has no shared review yet. Log its day first, then send the film of it.",
  nobody_recorded: "Nobody's consent is recorded for this film. Record the consent of everybody who can be seen or heard, the client's first.",
  not_for_purpose: "Somebody in this film did not agree that your supervisor watches it.",
  withdrawn: "Somebody in this film withdrew their consent, so it is not taken and what arrived of it was removed.",
  voided: "A consent for this film was recorded by mistake, so the film is not taken.",
  not_yet_given: "A consent for this film begins on a later day, so the film is not taken yet.",
  too_many_uploads: "Three films of yours are on their way already. Let one of them arrive, or cancel it.",
  unreadable: "The request cannot be read. Load the page again and choose the film once more.",
  gone: "This upload is not there, or is over. Choose the film again.",
  expired: "This upload was begun more than a day ago and is over. Choose the film again.",
  wrong_place: "The upload goes on at another place than the server has it. Ask where it stands, then go on from there.",
  past_the_end: "More arrives than the film was announced to hold.",
  busy: "Another request still writes to this upload. Try again in a moment.",
  disk_full: "There is no room for the film on the server. What arrived is safe; try again later and tell your administrator.",
  finished: "This film has arrived already, so its upload cannot be cancelled. Erase the film instead.",
  failed: "Something went wrong on our side. What arrived is safe; try again in a minute.",
} as const;

const because = {
  consent_withdrawn: "consent was withdrawn", owner: "its owner erased it", case_closed: "its case was closed 60 days before",
  stage_decided: "its stage was decided 30 days before", kept_long_enough: "it had been kept as long as the programme keeps films", never_submitted: "it was not submitted within a day",
} as const;

/** Why a film goes on a day to come, after that day. */
const leaving = {
  consent_withdrawn: "because a consent is withdrawn", owner: "because you erase it", case_closed: "60 days after the case was closed",
  stage_decided: "30 days after the stage was decided", kept_long_enough: "when it has been kept as long as the programme keeps films", never_submitted: "unless it is submitted before",
} as const;

/** Why a film is kept until a day to come, after that day. */
const keptFor = {
  ...leaving, owner: "because its owner erases it", stage_decided: "because its stage is decided (30 days)", case_closed: "because its case is closed (60 days)", kept_long_enough: "because the programme keeps films so long",
} as const;

/** Whom a film may be shown to, from wherever one looks. */
const audiences = { own_supervisor: "own supervisor", peers: "peer supervision", independent_reviewer: "independent reviewer", wider_training: "wider training" } as const;

const MS_PER_SECOND = 1000;
const BYTES_PER_KB = 1000;
const BYTES_PER_MB = 1_000_000;

/** A size such as "32 MB" or "340 KB", rounded up. */
function size(bytes: number): string {
  return bytes < BYTES_PER_MB ? `${formatCount(Math.ceil(bytes / BYTES_PER_KB))}\u00a0KB` : `${formatCount(Math.ceil(bytes / BYTES_PER_MB))}\u00a0MB`;
}

/** "21 November 2027, when it has been kept …". */
function goesOn(day: string, why: keyof typeof leaving): string {
  return `${formatDay(day)}, ${leaving[why]}`;
}

/** A length such as "4 min 12 s", rounded to the second. */
function length(durationMs: number): string {
  const seconds = Math.max(1, Math.round(durationMs / MS_PER_SECOND));
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return minutes === 0 ? `${String(rest)} s` : `${String(minutes)} min ${String(rest)} s`;
}

/** Words of the room `clips`. */
export const clips = {
  refusals,
  uploads,
  because,
  length,
  size,
  goesOn: (day: string, why: keyof typeof leaving) => `Goes on ${goesOn(day, why)}.`,
  upload: {
    choose: "Film on this device",
    chooseHint: "The film of the shared review in mp4, mov or webm, however long: you choose pieces of up to 10 minutes and 1 GB together, and only they are sent.",
    filmed: "Who can be seen or heard in it",
    filmedHint: "Tick everybody. The film is taken only where each of them agreed that your supervisor watches it.",
    toConsents: "Who is filmed in this case",
    before: "Before you send it",
    terms: { length: "Length", size: "Size", seenBy: "Who may see it", goes: "When it goes" },
    about: (bytes: number) => `About ${size(bytes)}`,
    seenBy: (agreedTo: string) => `You; your supervisors once you submit it. Agreed to: ${agreedTo}.`,
    goes: (day: string, why: keyof typeof leaving) =>
      `Within a day if you do not submit it. Submitted, at the latest on ${goesOn(day, why)}; earlier once a consent is withdrawn, 60 days after the case is closed, 30 days after the stage is decided, or when you erase it.`,
    send: "Send the film",
    sending: "The film is on its way",
    sent: (percent: number) => `${String(percent)}% sent`,
    pause: "Pause",
    paused: "Paused. What arrived is safe for a day; choose the same film again to go on later.",
    stopped: "The film stopped on its way",
    cutOff: "The connection broke off. What arrived is safe; go on when you are connected again.",
    goOn: "Go on",
    cancel: "Cancel and remove what arrived",
    cancelled: "Cancelled. Nothing of the film is left here.",
    notCancelled: "The film is not sent on. What arrived could not be removed just now, and goes by itself within a day.",
    arrived: "The film has arrived. Submit it below.",
    another: "Send another film",
    needsScripts: "Sending a film needs JavaScript, which is off in this browser. The other two ways to submit work without it.",
    erase: (day: string) => `Erase the film that arrived on ${formatDay(day)}`,
    eraseShort: "Erase",
  },
  deletedOn: (day: string, why: keyof typeof because) => `Film deleted on ${formatDay(day)}: ${because[why]}.`,
  deletedText: "Moments and feedback stay.",
  toReceipt: "Receipt",
  consentStands: (to: readonly (keyof typeof audiences)[]) => (to.length === 0 ? "Consent stands for nobody else" : `Consent stands for ${listAnd(to.map((one) => audiences[one]))}`),
  consentMissing: "Consent does not stand",
  keptUntil: (day: string, why: keyof typeof keptFor) => `Kept until ${formatDay(day)}, ${keptFor[why]}`,
  shownTo: (name: string, day: string) => `${name} · ${formatDay(day)}`,
  erase: {
    title: "Erase this film",
    cycle: "The cycle it belongs to",
    lead: (durationMs: number, day: string) => `The film of ${length(durationMs)} that arrived on ${formatDay(day)}.`,
    text: "The key of the film is destroyed at once, so that nobody can watch it again, in no copy and no backup. Notes, feedback and decisions stay. This cannot be undone.",
    submit: "Erase the film",
    confirm: "I want this film to be erased",
    confirmMissing: "Tick the box to erase the film",
  },
  receipt: {
    title: "Receipt for an erased film",
    text: "Keep the number if you want to ask about this film later. Nothing of the film itself is left.",
    terms: { number: "Number", length: "Length of the film", arrived: "Arrived", why: "Why", asked: "Hidden from everybody", keyDestroyed: "Key destroyed", bytesRemoved: "Sealed film removed" },
    at: (instant: string | null) => (instant === null ? "Not yet: it is tried again every ten minutes" : formatMoment(instant)),
    back: "The cycle it belonged to",
  },
} as const;
