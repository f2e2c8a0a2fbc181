/** What trainees wrote beside a cycle: short, about strengths, and about nobody who could be known by it. */
export const CYCLE_NOTES = [
  "The parent saw for herself how long she waits before she speaks.",
  "Three short turns in a row at the changing mat; we stayed with the middle one.",
  "He said he had never noticed that she looks for him first.",
  "Shorter film, baby tired; one good moment was enough.",
  "I gave more time after the clip and heard much more.",
  "Lovely moment of naming what the little one was reaching for.",
  "We paused on the smile and let it stand.",
  "The parent chose the still for the fridge.",
  "Remote review; shared the clips on screen without trouble.",
  "First time both parents watched together.",
  "Receiving came first, and guiding followed by itself.",
  "Next time: leave a second turn before I name the feeling.",
] as const;

/** What was talked about in supervision. */
export const SUPERVISION_NOTES = [
  "Looked at where I activate the client.",
  "Two minutes of the shared review: my waiting, and what came of it.",
  "Practised describing before exploring.",
  "Found five moments of receiving before we looked for one to grow.",
  "How to open the review with a question about strengths.",
  "Watched the same half minute twice: my friendly intonation carries it.",
  "Goal setting with the new family.",
] as const;

/** What trainees took from each other. */
export const PEER_NOTES = [
  "We each brought one minute of a shared review.",
  "Practised naming what the other does well.",
  "Theme: giving time and space.",
  "Compared how we open the first review.",
] as const;
