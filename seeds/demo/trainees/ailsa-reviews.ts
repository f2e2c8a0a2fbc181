import { ordinaryAttempt } from "../evidence.ts";
import type { AttemptPlan, MomentPlan } from "../plan.ts";

const SUPERVISOR = "mairi";

/** What was seen in the drawn shared review: each of the six groups of principles, both layers, a note and one that stays private. */
export const SIX_GROUPS: readonly MomentPlan[] = [
  { span: [8.6, 12], principle: "attentive", note: "The film stops and you turn to her, friendly and unhurried, before you ask anything." },
  { span: [12, 15.8], principle: "encouraging", note: "Your question is out, and I saw you wait: almost four seconds. She begins by herself." },
  { span: [16.4, 22.4], principle: "receiving", note: "You nod while she speaks, and then you say it back in her own words." },
  { span: [3.2, 6.4], principle: "receiving", layer: "client_child", note: "In the clip: the little one looks up, and her face is already there." },
  { span: [31.5, 34], principle: "developing", layer: "client_child", note: "Her turn with the block comes after his, not instead of it." },
  { span: [39.8, 51.4], principle: "developing", note: "She, you, she again: every turn picks up what was said before it." },
  { span: [53, 56], principle: "guiding", note: "You point to one thing only, and it is the one that she had found herself." },
  { span: [66.8, 73.4], principle: "deepening", note: "She says what she wishes for, and you set it beside what he may need. Both may stand." },
  { span: [44], principle: null, isNote: true, note: "Here I would have stayed with her word “proud” a little longer." },
  { span: [36], principle: null, isPrivate: true, note: "Ask in our next session how this silence felt from the inside." },
];

/** Stage 1: the first shared review, watched together. */
export const FIRST_FAMILY: readonly AttemptPlan[] = [{
  sent: { way: "watched_together", watchedAgo: 400 }, sentAgo: 399, supervisor: SUPERVISOR, intention: "My first shared review of all: whether there was room for the parent.",
  moments: [
    { span: null, principle: "attentive", note: "You sit so that you see the film and her at the same time." },
    { span: null, principle: "encouraging", note: "“What did you notice?” was your whole first question. It was enough." },
  ],
  end: { says: "reviewed", ago: 397, workingPoint: "Let the clip end before you speak.", nextStep: "A second review with the same family, with two clips and not four." },
}];

export const SECOND_FAMILY: readonly AttemptPlan[] = [ordinaryAttempt("ailsa", SUPERVISOR, 311)];

/** Stage 1: a film that went when its time was over. */
export const THIRD_FAMILY: readonly AttemptPlan[] = [{
  sent: { way: "excerpt", film: "shared-review" }, sentAgo: 281, supervisor: SUPERVISOR, intention: "Whether I let the parent choose where to stop.",
  moments: [
    { span: [12, 15.8], principle: "encouraging", note: "You stop, and you wait until the parent has found a beginning." },
    { span: [16.4, 19], principle: "receiving", note: "A nod, a small sound, and the parent goes on." },
    { span: [71, 78], principle: "developing", note: "You end with a smile that both of you share." },
  ],
  end: { says: "reviewed", ago: 277, workingPoint: "Say what you see before you ask what it means.", nextStep: "Get the evidence together for the end of stage 1." },
}];

/** Withdrawn, and then watched together. */
export const FOURTH_FAMILY: readonly AttemptPlan[] = [
  { sent: { way: "reference", reference: "VIG/63/2" }, sentAgo: 203, supervisor: SUPERVISOR, end: { says: "withdrawn", ago: 202 } },
  {
    sent: { way: "watched_together", watchedAgo: 196 }, sentAgo: 195, supervisor: SUPERVISOR, intention: "A remote review: how I know that I am followed.",
    moments: [
      { span: null, principle: "attentive", note: "You look into the camera when you listen, and at the screen when you show." },
      { span: null, principle: "receiving", note: "You wait out the delay of the line, so that every word of his arrives." },
    ],
    end: { says: "reviewed", ago: 193, workingPoint: "Agree on a sign for “stop here” before the film runs.", nextStep: "Try the same with a family whom you meet in person." },
  },
];

/** Returned with a question, and then reviewed in full. */
export const FIFTH_FAMILY_FIRST: readonly AttemptPlan[] = [
  {
    sent: { way: "reference", reference: "VIG/71/4" }, sentAgo: 93, supervisor: SUPERVISOR, intention: "The whole review, if possible.",
    end: { says: "returned", ago: 89, question: "It is a long film, and I would like to begin where you felt well. Which two minutes shall I look at first?" },
  },
  {
    sent: { way: "excerpt", film: "shared-review" }, sentAgo: 85, supervisor: SUPERVISOR, intention: "These eighty seconds: how I give room after the clip, and whether I follow what she sees.",
    moments: SIX_GROUPS,
    end: {
      says: "reviewed", ago: 79, workingPoint: "Stay with the parent’s word for one turn more before you offer yours.",
      nextStep: "Another cycle with this family; bring the minute in which she laughs.",
    },
    replies: [
      { by: "ailsa", ago: 77, moment: 1, text: "It felt like a whole minute. Seeing that it was four seconds, and that she used them, helps me to do it again." },
      { by: "mairi", ago: 74, moment: 1, text: "That is how it feels from the inside. Trust it: she had just begun to look for her words." },
      { by: "ailsa", ago: 72, text: "Thank you. I will bring that minute to our next session." },
    ],
  },
];

/** Reviewed; the film went because somebody in it no longer agreed. What was written stays. */
export const FIFTH_FAMILY_SECOND: readonly AttemptPlan[] = [{
  sent: { way: "excerpt", film: "adult-and-child", alsoFilmed: ["other_adult"] }, sentAgo: 57, supervisor: SUPERVISOR, intention: "The clip as we watched it: did I choose a strong one?",
  moments: [
    { span: [5.2, 9.2], principle: "receiving", layer: "client_child", note: "He looks up from the block, she is there, and says what he did." },
    { span: [25.5, 34], principle: "receiving", layer: "client_child", note: "He holds out the block; her hand opens, and she lets him let go." },
    { span: [46, 52], principle: "developing", layer: "client_child", note: "The tower falls, and they laugh at the same moment." },
    { span: [56, 60], principle: "attentive", layer: "client_child", note: "She follows his arm to the window before she says a word." },
    { span: null, principle: "guiding", note: "You chose the minute in which she was at her best, and left it to her to find out why." },
  ],
  end: { says: "reviewed", ago: 52, workingPoint: "One clip is enough; this one would have carried the whole review.", nextStep: "A third cycle, and more room after the clip." },
  replies: [
    { by: "ailsa", ago: 5, text: "The film is gone, because somebody in it no longer agrees. I am glad that your words are still here." },
    { by: "mairi", ago: 4, text: "So am I, and thank you for seeing to it at once. We can talk about how that was for you." },
  ],
}];

/** The one that waits, with a beginning made. */
export const FIFTH_FAMILY_THIRD: readonly AttemptPlan[] = [{
  sent: { way: "excerpt", film: "shared-review" }, sentAgo: 9, supervisor: SUPERVISOR, intention: "How I give space before I speak, and whether I follow her when she names what she sees.",
  moments: [
    { span: [8.6, 12], principle: "attentive", note: "You turn towards her and let the silence stand." },
    { span: [12, 15.8], principle: "encouraging", note: "“What do you see?”, and then nothing more." },
    { span: [36], principle: null, isPrivate: true, note: "Ask about the pause here when we meet." },
  ],
  draft: { ago: 2, workingPoint: "Leave a second turn before you name the feeling." },
}];
