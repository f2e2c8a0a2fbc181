/** Words of the film's player. */
export const player = {
  label: "Film",
  play: "Play",
  pause: "Pause",
  space: "Space",
  back: "\u2039 Frame",
  forward: "Frame \u203a",
  stopBefore: "\u2039 Moment before",
  nextStop: "Next moment \u203a",
  marks: {
    moment: {
      mark: "Mark this moment", orStretch: "or a stretch:", markStart: "It starts here", markEnd: "It ends here",
      keys: [["M", "Mark this moment"], ["S", "A moment starts here; the film plays on"], ["E", "It ends here"]],
    },
    piece: { orStretch: "A piece:", markStart: "It starts here", markEnd: "It ends here", keys: [["S", "A piece starts here; the film plays on"], ["E", "It ends here"]] },
  },
  loop: { off: "Loop from here", from: "Loop to here", on: "End the loop" },
  looping: (from: string, to: string) => `The film goes round from ${from} to ${to}.`,
  loopFrom: (from: string) => `The loop begins at ${from}.`,
  speed: "Speed",
  speedOf: (speed: number) => `${String(speed)}\u00d7`,
  place: "Place in the film",
  placeText: (now: string, length: string) => `${now} of ${length}`,
  keys: "Keys",
  keysText: "The keys work while something of the player has the focus.",
  keyList: {
    play: [
      ["Space", "Play or pause"], [",", "One frame back"], [".", "One frame on"], ["\u2190", "Five seconds back"], ["\u2192", "Five seconds on"],
      ["A", "Begin, close or end a loop"], ["<", "Slower"], [">", "Faster"],
    ],
    stops: [["P", "The moment before"], ["N", "The next moment"]],
    help: [["?", "Show or hide the keys"]],
  },
  cannotPlay: "This browser cannot play the film, or it may no longer be shown. Load the page again; if that does not help, open it in another browser, such as a current Safari, Edge or Chrome.",
  soundOnly: "This browser plays the sound of this film and cannot show its picture. Open the page in another browser, such as Safari.",
} as const;
