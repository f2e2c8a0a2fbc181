import { body, box, ellipse, face, type Head, limb, type Pen, PICTURE, room, voice } from "./figures.ts";
import { drawPlay } from "./play.ts";
import { babble, going, isBlink, type Score } from "./score.ts";

type Deed =
  | "film runs" | "parent looks" | "parent speaks" | "parent smiles" | "parent points" | "parent leans"
  | "practitioner looks" | "practitioner speaks" | "practitioner smiles" | "practitioner nods" | "practitioner leans" | "practitioner points";

/**
 * A practitioner and a parent watch a clip together: it runs, it stops, the practitioner waits, the parent says what she
 * sees, it is said back to her, and they look again. `looks` is at the other, everything else at the screen.
 */
export const SHARED_REVIEW: Score<Deed> = [
  [1, 8, "film runs"], [2, 8, "parent leans"], [8.6, 11.6, "practitioner looks"], [9.4, 11.4, "practitioner speaks"], [9, 14, "practitioner smiles"],
  [11.8, 17.5, "practitioner leans"], [12, 21, "practitioner looks"], [15, 18.5, "parent looks"], [15.8, 19, "parent speaks"], [17, 22, "parent smiles"], [16.4, 19, "practitioner nods"],
  [19.6, 22.4, "practitioner speaks"], [20, 25, "practitioner smiles"], [20, 23, "parent looks"], [23, 26, "parent speaks"], [23.5, 27.5, "parent points"],
  [28.5, 35.5, "film runs"], [29, 35, "parent leans"], [29, 35, "practitioner leans"], [31, 36, "parent smiles"], [32, 36, "practitioner smiles"],
  [36, 42.5, "practitioner looks"], [39, 43, "parent looks"], [39.8, 43.4, "parent speaks"], [41, 43.4, "practitioner nods"], [44, 47, "practitioner speaks"], [43.6, 47, "parent looks"], [44, 49, "practitioner looks"],
  [47.6, 51.4, "parent speaks"], [48, 52, "parent points"], [49, 54, "practitioner smiles"], [49, 54.5, "parent smiles"],
  [53, 56, "practitioner points"], [53.4, 56, "practitioner speaks"], [56.5, 62.5, "film runs"], [57, 62, "parent leans"], [60, 66, "parent smiles"],
  [63, 70, "practitioner looks"], [66, 70.5, "parent looks"], [66.8, 70.2, "parent speaks"], [67.6, 70, "practitioner nods"], [70.6, 73.4, "practitioner speaks"], [70, 75, "parent looks"],
  [71, 78, "practitioner smiles"], [71, 78, "parent smiles"], [74, 76.6, "parent speaks"], [73, 79, "practitioner looks"], [76.8, 78.8, "practitioner speaks"],
];

/** Its length, in seconds. */
export const SHARED_REVIEW_SECONDS = 80;

const PARENT: Head = { radius: 36, skin: "#d9a57c", hair: "#5b3a22", cut: "bun" };
const PRACTITIONER: Head = { radius: 37, skin: "#7d5138", hair: "#2b2320", cut: "short" };
const SCREEN = { x: 34, y: 74, width: 214, height: 122 } as const;
/** The clip shown in the film is the play with the tower, from there on. */
const CLIP_FROM = 3;

/** The second of the clip that the screen shows: it stands still where the film does not run. */
function secondShown(t: number): number {
  const run = SHARED_REVIEW.filter(([from, , what]) => what === "film runs" && t > from).map(([from, to]) => Math.min(t, to) - from);
  return CLIP_FROM + run.reduce((all, one) => all + one, 0);
}

function screen(pen: Pen, t: number): void {
  const { x, y, width, height } = SCREEN;
  box(pen, { x: 20, y: 226 }, 250, 74, "#a97d4f", 8);
  box(pen, { x: 128, y: y + height }, 26, 34, "#4f5b66");
  box(pen, { x: x - 8, y: y - 8 }, width + 16, height + 16, "#23302d", 8);
  pen.save();
  pen.beginPath();
  pen.rect(x, y, width, height);
  pen.clip();
  pen.translate(x, y);
  pen.scale(width / PICTURE.width, height / PICTURE.height);
  drawPlay(pen, secondShown(t));
  pen.restore();
  if (going(SHARED_REVIEW, "film runs", t) > 0.5) return;
  pen.globalAlpha = 0.85;
  ellipse(pen, { x: x + 20, y: y + height - 18 }, 11, 11, "#f6f1e6");
  pen.globalAlpha = 1;
  box(pen, { x: x + 15, y: y + height - 23 }, 3.5, 10, "#23302d");
  box(pen, { x: x + 21.5, y: y + height - 23 }, 3.5, 10, "#23302d");
}

function parent(pen: Pen, t: number): void {
  const is = (what: Deed): number => going(SHARED_REVIEW, what, t);
  const [looks, speaks, smiles, points, leans] = [is("parent looks"), is("parent speaks"), is("parent smiles"), is("parent points"), is("parent leans")];
  const seat = { x: 352, y: 352 };
  const lean = -6 - 14 * leans - 8 * points + 5 * looks;
  box(pen, { x: 300, y: 230 }, 112, 130, "#8fb3a5", 26);
  body(pen, seat, { width: 116, height: 144 }, lean, "#b4645a");
  const head = { x: seat.x + lean * 1.2, y: 172 + 2 * leans + Math.sin(t * 1.5) };
  face(pen, head, PARENT, { turn: -0.72 + 1.45 * looks, down: 0.12 - 0.1 * looks, smile: 0.5 + 0.5 * smiles, mouth: speaks * babble(t, 12), isBlinking: isBlink(t, 3.4) });
  const hand = { x: 318 - 62 * points, y: 302 - 92 * points };
  limb(pen, { x: 326 + lean, y: 244 }, { x: 304, y: 296 - 30 * points }, hand, 22, "#a3564d");
  ellipse(pen, hand, 11, 11, PARENT.skin);
  limb(pen, { x: 384 + lean, y: 246 }, { x: 408, y: 296 }, { x: 372, y: 312 }, 22, "#a3564d");
  ellipse(pen, { x: 370, y: 312 }, 11, 11, PARENT.skin);
  const side = looks > 0.5 ? 1 : -1;
  voice(pen, { x: head.x + side * 40, y: head.y + 12 }, side, speaks, t, "#8f3f38");
}

function practitioner(pen: Pen, t: number): void {
  const is = (what: Deed): number => going(SHARED_REVIEW, what, t);
  const [looks, speaks, smiles, nods, leans, points] = [
    is("practitioner looks"), is("practitioner speaks"), is("practitioner smiles"), is("practitioner nods"), is("practitioner leans"), is("practitioner points"),
  ];
  const seat = { x: 520, y: 354 };
  const lean = -6 - 14 * leans - 10 * points;
  box(pen, { x: 466, y: 226 }, 116, 134, "#c9b48f", 26);
  body(pen, seat, { width: 122, height: 152 }, lean, "#0b6159");
  const head = { x: seat.x + lean * 1.2, y: 166 + nods * 5 * Math.abs(Math.sin(t * 4)) + Math.sin(t * 1.2) };
  // The parent sits between the practitioner and the screen: looking at her is a small turn, and eyes that lift.
  face(pen, head, PRACTITIONER, { turn: -0.8 + 0.42 * looks, down: 0.16 - 0.16 * looks + 0.3 * nods, smile: 0.5 + 0.5 * smiles, mouth: speaks * babble(t, 10), isBlinking: isBlink(t + 2, 4.3) });
  const hand = { x: 486 - 66 * points, y: 308 - 98 * points };
  limb(pen, { x: 492 + lean, y: 240 }, { x: 470, y: 298 - 40 * points }, hand, 23, "#0d7268");
  ellipse(pen, hand, 11, 11, PRACTITIONER.skin);
  limb(pen, { x: 556 + lean, y: 240 }, { x: 582, y: 298 }, { x: 540, y: 316 }, 23, "#0d7268");
  ellipse(pen, { x: 538, y: 316 }, 11, 11, PRACTITIONER.skin);
  voice(pen, { x: head.x - 42, y: head.y + 12 }, -1, speaks, t, "#0b6159");
}

/** Draws the picture of that second. */
export function drawSharedReview(pen: Pen, t: number): void {
  room(pen, 262, "#dfe7dd", "#dcc9a9");
  box(pen, { x: 300, y: 34 }, 74, 96, "#f6f1e6", 4);
  ellipse(pen, { x: 337, y: 92 }, 22, 28, "#8bb795");
  box(pen, { x: 335, y: 84 }, 4, 40, "#5f8a6b");
  ellipse(pen, { x: 430, y: 352 }, 230, 30, "#b7cfc4");
  screen(pen, t);
  box(pen, { x: 596, y: 214 }, 22, 48, "#b4645a", 5);
  for (const [dx, dy] of [[0, -26], [-14, -18], [14, -18], [-8, -36], [9, -38]] as const) ellipse(pen, { x: 607 + dx, y: 212 + dy }, 12, 17, "#5f8a6b", dx * 0.03);
  practitioner(pen, t);
  parent(pen, t);
}
