import { body, box, ellipse, face, type Head, limb, type Pen, PICTURE, type Point, room, voice } from "./figures.ts";
import { babble, come, ease, going, isBlink, type Score } from "./score.ts";

type Deed =
  | "adult speaks" | "child calls" | "child looks up" | "adult leans" | "adult smiles" | "child smiles" | "child offers" | "adult receives"
  | "child builds" | "adult builds" | "tower falls" | "child points" | "adult follows" | "bird flies";

/** An adult and a child build a tower by turns; it falls, they laugh, and the adult follows what the child sees at the window. */
export const PLAY: Score<Deed> = [
  [1.5, 4.5, "child builds"], [3, 8, "adult leans"], [5.2, 9, "child looks up"], [6, 12, "adult smiles"], [6.8, 9.2, "adult speaks"], [9.8, 12, "child calls"], [9, 13, "child smiles"],
  [13, 15.5, "adult builds"], [16, 18, "child looks up"], [17, 19.5, "child smiles"], [19, 21.5, "child builds"], [21, 25, "adult smiles"], [22, 24.4, "adult speaks"],
  [25.5, 31, "child offers"], [25.5, 31.5, "child looks up"], [28, 34, "adult receives"], [29, 32, "adult speaks"], [30, 35, "adult smiles"], [32, 34, "child calls"],
  [35, 37.5, "adult builds"], [38, 41, "child looks up"], [39, 41, "child calls"], [39.5, 44, "child smiles"], [41.5, 44, "child builds"],
  [45, 46.2, "tower falls"], [46, 52, "child smiles"], [46.4, 52, "adult smiles"], [46.6, 49, "child calls"], [47, 49.6, "adult speaks"], [46.5, 51, "child looks up"], [46.5, 51, "adult leans"],
  [53, 60, "bird flies"], [54, 61, "child points"], [54.4, 56.4, "child calls"], [56, 62, "adult follows"], [57.2, 60, "adult speaks"], [58, 63, "adult smiles"],
  [61.5, 66, "child looks up"], [62, 70, "child smiles"], [62.4, 64.4, "child calls"], [65, 67.6, "adult speaks"], [64, 70, "adult leans"], [63, 71, "adult smiles"],
];

/** Its length, in seconds. */
export const PLAY_SECONDS = 72;

const ADULT: Head = { radius: 39, skin: "#8d5f42", hair: "#2f2420", cut: "curls" };
const CHILD: Head = { radius: 32, skin: "#d9a57c", hair: "#7a4b26", cut: "tuft" };
const [JUMPER, ARM, TROUSERS] = ["#0b6159", "#0d7268", "#33524d"] as const;
const [SUIT, SUIT_ARM] = ["#f0c26a", "#e5b453"] as const;
const BLOCKS = ["#3f6fb5", "#b8463f", "#9a5b00", "#0d7268", "#7d559e", "#4f5b66"] as const;
const BLOCK = 26;
const TABLE = 262;

function window(pen: Pen, t: number): void {
  box(pen, { x: 452, y: 26 }, 148, 116, "#f6f1e6", 6);
  box(pen, { x: 460, y: 34 }, 132, 100, "#b9d9e6", 3);
  pen.save();
  pen.beginPath();
  pen.rect(460, 34, 132, 100);
  pen.clip();
  ellipse(pen, { x: 500, y: 138 }, 52, 22, "#9cc3a4");
  ellipse(pen, { x: 566, y: 140 }, 44, 26, "#8bb795");
  pen.restore();
  const flight = come(PLAY, "bird flies", t);
  if (flight > 0 && flight < 1) {
    const [x, y, wing] = [466 + 120 * flight, 74 + 14 * Math.sin(flight * 9), 5 * Math.sin(t * 15)];
    limb(pen, { x: x - 9, y: y - wing }, { x: x - 4, y: y - 3 }, { x, y }, 3, "#23302d");
    limb(pen, { x, y }, { x: x + 4, y: y - 3 }, { x: x + 9, y: y - wing }, 3, "#23302d");
  }
  box(pen, { x: 524, y: 34 }, 5, 100, "#f6f1e6");
}

const BUILDS = PLAY.filter(([, , what]) => what === "child builds" || what === "adult builds");

/** Where a block of the tower is that is being put there by `BUILDS[place]`: its upper left corner. */
function carried(place: number, t: number): Point {
  const [from, to, what] = BUILDS[place] ?? [0, 1, "child builds"];
  const [part, start] = [ease((t - from) / (to - from)), what === "child builds" ? 394 : 226];
  const top = TABLE - BLOCK * (place + 1);
  return { x: start + (312 - start) * part, y: TABLE - BLOCK + (top - TABLE + BLOCK) * part - Math.sin(part * Math.PI) * 34 };
}

/** Where the hand of whoever builds is drawn to, and how much; at rest it lies on the table. */
function building(what: Deed, t: number, rest: Point): Point {
  const place = BUILDS.findIndex(([from, to, w]) => w === what && t > from && t < to);
  if (place < 0) return rest;
  const [block, pull] = [carried(place, t), going(PLAY, what, t)];
  return { x: rest.x + (block.x + BLOCK / 2 - rest.x) * pull, y: rest.y + (block.y + BLOCK / 2 - rest.y) * pull };
}

function tower(pen: Pen, t: number): void {
  const fall = come(PLAY, "tower falls", t);
  for (const [place, [from]] of BUILDS.entries()) {
    if (t < from) continue;
    const [at, side] = [carried(place, t), place % 2 === 0 ? 1 : -1];
    pen.save();
    pen.translate(at.x + BLOCK / 2 + side * fall * (22 + place * 17), at.y + BLOCK / 2 + fall * (TABLE - BLOCK - at.y));
    pen.rotate(side * fall * (0.6 + place * 0.5));
    box(pen, { x: -BLOCK / 2, y: -BLOCK / 2 }, BLOCK, BLOCK, BLOCKS[place % BLOCKS.length] ?? BLOCKS[0], 4);
    pen.restore();
  }
  for (const [index, x] of [206, 232, 398, 424].entries()) box(pen, { x, y: TABLE - BLOCK + 2 }, BLOCK - 2, BLOCK - 2, BLOCKS[(index + 2) % BLOCKS.length] ?? BLOCKS[0], 4);
}

function adult(pen: Pen, t: number): void {
  const [leans, smiles, speaks] = [going(PLAY, "adult leans", t), going(PLAY, "adult smiles", t), going(PLAY, "adult speaks", t)];
  const [builds, receives, follows] = [going(PLAY, "adult builds", t), going(PLAY, "adult receives", t), going(PLAY, "adult follows", t)];
  const lean = 8 + 14 * leans + 10 * receives + Math.sin(t * 0.9) * 1.5;
  const seat = { x: 150, y: 352 };
  limb(pen, { x: 130, y: 340 }, { x: 178, y: 306 }, { x: 214, y: 356 }, 40, TROUSERS);
  body(pen, seat, { width: 142, height: 168 }, lean, JUMPER);
  const head = { x: seat.x + lean * 1.35, y: 146 - 3 * leans + Math.sin(t * 1.7) * 1.2 };
  const isAtTower = Math.max(builds, 0.25 * (1 - follows));
  face(pen, head, ADULT, {
    turn: 0.75 - 0.1 * follows, down: 0.55 * isAtTower - 0.55 * follows + 0.25 * receives, smile: 0.45 + 0.55 * smiles, mouth: speaks * babble(t, 11), isBlinking: isBlink(t, 3.9),
  });
  const hand = building("adult builds", t, { x: 226 + 96 * receives, y: TABLE - 6 - 30 * receives });
  limb(pen, { x: 158 + lean, y: 226 }, { x: 172 + lean, y: 292 - 40 * receives }, hand, 25, ARM);
  ellipse(pen, hand, 13, 12, ADULT.skin);
  voice(pen, { x: head.x + 44, y: head.y + 14 }, 1, speaks, t, "#0b6159");
}

function child(pen: Pen, t: number): void {
  const [looksUp, smiles, calls] = [going(PLAY, "child looks up", t), going(PLAY, "child smiles", t), going(PLAY, "child calls", t)];
  const [builds, offers, points] = [going(PLAY, "child builds", t), going(PLAY, "child offers", t), going(PLAY, "child points", t)];
  const wobble = Math.sin(t * 1.3) * 2 + smiles * Math.sin(t * 8) * 1.6;
  const seat = { x: 470 + wobble * 0.4, y: 354 };
  body(pen, seat, { width: 104, height: 116 }, -6 - 6 * offers + wobble, SUIT);
  const head = { x: seat.x - 10 - 7 * offers + wobble, y: 204 + 5 * builds };
  const far = { x: 498 + 28 * points, y: 288 - 92 * points };
  limb(pen, { x: 486 + wobble, y: 262 }, { x: 514, y: 286 - 30 * points }, far, 19, SUIT_ARM);
  ellipse(pen, far, 10, 10, CHILD.skin);
  face(pen, head, CHILD, {
    turn: -0.75 + 1.35 * points * (1 - looksUp), down: 0.6 - 0.95 * looksUp - 1.1 * points * (1 - looksUp), smile: 0.4 + 0.6 * smiles, mouth: calls * babble(t, 13), isBlinking: isBlink(t + 1, 3.1),
  });
  const hand = building("child builds", t, { x: 412 - 66 * offers, y: TABLE - 6 - 40 * offers });
  if (offers > 0.02) box(pen, { x: hand.x - 18, y: hand.y - 24 }, BLOCK, BLOCK, BLOCKS[4], 4);
  limb(pen, { x: 448 + wobble, y: 262 }, { x: 424, y: 292 - 34 * offers }, hand, 19, SUIT_ARM);
  ellipse(pen, hand, 10, 10, CHILD.skin);
  voice(pen, { x: head.x - 38, y: head.y + 12 }, -1, calls, t, "#9a5b00");
}

/** Draws the picture of that second. */
export function drawPlay(pen: Pen, t: number): void {
  room(pen, 250, "#cfe3dc", "#e8d9be");
  window(pen, t);
  box(pen, { x: 40, y: 60 }, 96, 70, "#f6f1e6", 4);
  ellipse(pen, { x: 76, y: 100 }, 18, 18, "#f0c26a");
  ellipse(pen, { x: 104, y: 104 }, 13, 13, "#8bb795");
  ellipse(pen, { x: 320, y: 350 }, 300, 34, "#b7cfc4");
  adult(pen, t);
  box(pen, { x: 190, y: TABLE }, 262, 16, "#a97d4f", 6);
  box(pen, { x: 214, y: TABLE + 16 }, 14, PICTURE.height - TABLE, "#8d6740");
  box(pen, { x: 414, y: TABLE + 16 }, 14, PICTURE.height - TABLE, "#8d6740");
  tower(pen, t);
  child(pen, t);
}
