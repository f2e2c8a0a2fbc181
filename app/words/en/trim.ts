import { formatCount, plural } from "../format.ts";

import { clips } from "./clips.ts";

/** "1.4 s": by how much a piece begins elsewhere than it was marked. */
function seconds(ms: number): string {
  return `${formatCount(Math.round(ms / 100) / 10)}\u00a0s`;
}

/** Words for cutting a film on the device, before any of it is sent. */
export const trim = {
  looking: "The film is being looked at. Nothing of it is sent.",
  onThisDevice: "On this device only",
  notShown: "This browser cannot show the picture of this film. Your supervisor’s may not either: save it as H.264 if you can. You can cut it by time all the same: play it in the device’s own player and type where a piece starts and ends.",
  wholeFilm: "The whole film is short enough to be sent. Mark pieces if only a part of it is meant.",
  goesOn: "These are the pieces that you sent from this film before. Send them again, and the film goes on where it stopped.",
  pieces: (count: number, lengthMs: number) => (count === 0 ? "What is sent" : `What is sent: ${plural(count, { one: "1 piece", other: `${formatCount(count)} pieces` })}, ${clips.length(lengthMs)}`),
  noPieces: "Nothing is marked yet. Press “It starts here” and “It ends here” while the film plays, or type the times. Pieces follow each other in one film.",
  piece: (number: number, lengthMs: number) => `Piece ${String(number)}: ${clips.length(lengthMs)}`,
  begun: (at: string) => `A piece starts at ${at}. Press “It ends here” where it is over.`,
  from: "Starts at",
  to: "Ends at",
  timeUnreadable: "Give each time as minutes and seconds, such as 1:04 or 12:30.5.",
  byTimes: "Add a piece by its times",
  byTimesText: (end: string) => `Minutes and seconds, such as 1:04 or 12:30.5. The film ends at ${end}.`,
  add: "Add the piece",
  play: "Play it",
  playPiece: (number: number) => `Play it: piece ${String(number)}, round and round`,
  remove: "Remove",
  removePiece: (number: number) => `Remove piece ${String(number)}`,
  snapping: "Looking for where it can begin …",
  noStart: "The film has no place to begin this piece at. Remove it and mark another.",
  startsThere: "Begins exactly there.",
  startsEarlier: (ms: number) => `Begins ${seconds(ms)} earlier: a film can be cut only where a whole picture is stored. Move the start if that shows too much.`,
  startsLater: (ms: number) => `Begins ${seconds(ms)} later: there is no whole picture before it.`,
  problems: {
    no_start: "Mark where the piece starts first.",
    ends_before_start: "A piece ends after it starts. Give it another end.",
    too_short: "A piece lasts at least one second. Give it another end.",
    outside: "The film has no picture there. Give times within the film.",
    overlaps: "This lies over another piece. Change or remove that one first.",
  },
  cutting: "The pieces are being cut out on this device",
  cut: (percent: number) => `${String(percent)}% cut`,
  stopCutting: "Stop",
  withSound: "Send the sound too",
  refusals: {
    ...clips.refusals,
    no_key_frame: "A piece cannot be cut where it starts. Move its start a little and try again.",
    not_loaded: "The film could not be looked at: the connection broke off, or the portal was renewed. Load the page again and choose the film once more.",
    cancelled: "Stopped. Nothing was sent.",
    no_still: "This browser cannot draw the picture of this film. Save a piece of it instead.",
  },
  keep: {
    title: "Something for the family to keep",
    text: "A piece or a picture is saved on this device only; nothing is sent, and the portal does not know of it. Hand it over as your service does, then delete it here.",
    agreed: "Everybody who can be seen or heard in it agreed that the family keeps it",
    agreeFirst: "Ask everybody in it first, then tick the box.",
    savePiece: (number: number) => `Save piece ${String(number)}`,
    savePicture: "Save the picture that is shown",
    saved: "Saved where this browser keeps what it downloads.",
  },
} as const;
