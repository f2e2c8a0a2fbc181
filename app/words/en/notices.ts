import { counted } from "../format.ts";

/** Who did it, whose record it is about, and which stage. Names of people in the programme alone: never a client, whose code some readers must not see. */
interface Told {
  readonly by: string;
  readonly of: string;
  readonly stage: string;
}

/** Words of the room `notices`: `own` is what the trainee reads whose record it is, `others` what anybody else does. */
export const notices = {
  heading: (n: number) => `New: ${counted(n, { one: "message", other: "messages" })}`,
  earlier: (n: number) => counted(n, { one: "earlier message", other: "earlier messages" }),
  seen: "I have seen this", seenOf: (sentence: string) => `I have seen this: ${sentence}`, allSeen: "I have seen all of these",
  portal: "The portal", somebody: "Somebody",
  /** Read out after the number beside the navigation: what it counts. */
  mark: (waiting: number, fresh: number) => (waiting > 0 && fresh > 0 ? "waiting or new" : fresh > 0 ? "new" : "waiting"),
  stage: (n: string) => `stage ${n}`, aStage: "a stage",
  own: {
    submission_sent: () => "Your shared review was sent.",
    submission_returned: ({ by }: Told) => `${by} returned your shared review with a question.`,
    submission_withdrawn: () => "Your shared review was taken back.",
    feedback_sent: ({ by }: Told) => `${by} sent you feedback on your shared review.`,
    reply_written: ({ by }: Told) => `${by} answered you.`,
    consent_withdrawn: () => "Consent for a film of yours was withdrawn, and the film is deleted.",
    clip_erased: () => "A film of yours is deleted.",
    sign_off_asked: ({ stage }: Told) => `Sign-off of your ${stage} was asked for.`,
    sign_off_withdrawn: ({ stage }: Told) => `The request to sign off your ${stage} was taken back.`,
    sign_off_recommended: ({ by, stage }: Told) => `${by} recommends your ${stage}.`,
    sign_off_signed: ({ by, stage }: Told) => `${by} signed off your ${stage}.`,
    sign_off_not_yet: ({ by, stage }: Told) => `${by} looked at your ${stage} and says “not yet”, and what is still to be done.`,
    accredited: ({ by }: Told) => `You are accredited. ${by} decided it.`,
    reviewer_assigned: ({ stage }: Told) => `An independent reviewer will decide on your ${stage}.`,
    stage_reopened: ({ by, stage }: Told) => `${by} reopened your ${stage}.`,
    entry_voided_after_lock: ({ by, stage }: Told) => `${by} voided an entry of yours that belongs to ${stage}, which is signed.`,
    entry_questioned_after_lock: ({ by, stage }: Told) => `${by} asked about an entry of yours that belongs to ${stage}, which is signed.`,
    skills_record_filled_in: ({ by, stage }: Told) => `${by} filled in your skills record for ${stage}.`,
    reflection_shared: () => "You shared a reflection.",
  },
  others: {
    submission_sent: ({ by }: Told) => `${by} sent you a shared review.`,
    submission_returned: ({ by, of }: Told) => `${by} returned a shared review to ${of} with a question.`,
    submission_withdrawn: ({ by }: Told) => `${by} took a shared review back.`,
    feedback_sent: ({ by, of }: Told) => `${by} sent ${of} feedback on a shared review.`,
    reply_written: ({ by }: Told) => `${by} answered you.`,
    consent_withdrawn: ({ of }: Told) => `Consent for a film from ${of} was withdrawn, and the film is deleted.`,
    clip_erased: ({ of }: Told) => `A film from ${of} is deleted.`,
    sign_off_asked: ({ by, stage }: Told) => `${by} asks for ${stage} to be signed off.`,
    sign_off_withdrawn: ({ by, stage }: Told) => `${by} took the request to sign off ${stage} back.`,
    sign_off_recommended: ({ by, of, stage }: Told) => `${by} recommends ${stage} of ${of}.`,
    sign_off_signed: ({ by, of, stage }: Told) => `${by} signed off ${stage} of ${of}.`,
    sign_off_not_yet: ({ by, of, stage }: Told) => `${by} looked at ${stage} of ${of} and says “not yet”.`,
    accredited: ({ by, of }: Told) => `${of} is accredited. ${by} decided it.`,
    reviewer_assigned: ({ of, stage }: Told) => `You are asked to decide on ${stage} of ${of}, as their independent reviewer.`,
    stage_reopened: ({ by, of, stage }: Told) => `${by} reopened ${stage} of ${of}.`,
    entry_voided_after_lock: ({ by, of, stage }: Told) => `${by} voided an entry of ${of} that belongs to ${stage}, which is signed.`,
    entry_questioned_after_lock: ({ by, of, stage }: Told) => `${by} asked about an entry of ${of} that belongs to ${stage}, which is signed.`,
    skills_record_filled_in: ({ by, of, stage }: Told) => `${by} filled in ${by === of ? "their own skills record" : `the skills record of ${of}`} for ${stage}.`,
    reflection_shared: ({ by }: Told) => `${by} shares a reflection with you.`,
  },
} as const;
