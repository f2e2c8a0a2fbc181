/** What a figure is drawn with. */
export type Pen = OffscreenCanvasRenderingContext2D;

/** The size of a picture, in pixels. */
export const PICTURE = { width: 640, height: 360 } as const;

const INK = "#23302d";
const CHEEK = "#d0665a";

/** A point of the picture. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** An ellipse with both its radii. */
export function ellipse(pen: Pen, { x, y }: Point, across: number, down: number, colour: string, angle = 0): void {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.ellipse(x, y, across, down, angle, 0, Math.PI * 2);
  pen.fill();
}

/** A box with round corners. */
export function box(pen: Pen, { x, y }: Point, width: number, height: number, colour: string, radius = 0): void {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.roundRect(x, y, width, height, radius);
  pen.fill();
}

/** An arm or a leg: from one point to another, bent towards a third. */
export function limb(pen: Pen, from: Point, bend: Point, to: Point, width: number, colour: string): void {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.lineCap = "round";
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  pen.quadraticCurveTo(bend.x, bend.y, to.x, to.y);
  pen.stroke();
}

/** A body: narrow at the shoulders, wide at the seat. `lean` moves the shoulders, in pixels. */
export function body(pen: Pen, seat: Point, { width, height }: { readonly width: number; readonly height: number }, lean: number, colour: string): void {
  const top = seat.y - height;
  pen.fillStyle = colour;
  pen.beginPath();
  pen.moveTo(seat.x - width / 2, seat.y);
  pen.bezierCurveTo(seat.x - width / 2 + lean * 0.3, top + height * 0.45, seat.x - width * 0.42 + lean, top, seat.x + lean, top);
  pen.bezierCurveTo(seat.x + width * 0.42 + lean, top, seat.x + width / 2 + lean * 0.3, top + height * 0.45, seat.x + width / 2, seat.y);
  pen.fill();
}

/** Where a face looks and what it shows; each from 0 to 1 but `turn` and `down`, which go from -1 to 1. */
export interface Look {
  /** -1 to the left, 1 to the right. */
  readonly turn: number;
  /** -1 up, 1 down. */
  readonly down: number;
  readonly smile: number;
  readonly mouth: number;
  readonly isBlinking: boolean;
}

/** How somebody's head is drawn. */
export interface Head {
  readonly radius: number;
  readonly skin: string;
  readonly hair: string;
  readonly cut: "bun" | "short" | "curls" | "tuft";
}

function hairBehind(pen: Pen, at: Point, { radius: r, hair, cut }: Head, turn: number): void {
  if (cut === "tuft") return;
  ellipse(pen, { x: at.x - turn * r * 0.12, y: at.y - r * 0.14 }, r * 1.12, r * 1.08, hair);
  if (cut === "bun") ellipse(pen, { x: at.x - turn * r * 0.75, y: at.y - r * 0.95 }, r * 0.42, r * 0.4, hair);
  if (cut === "curls") {
    for (const side of [-1, -0.5, 0, 0.5, 1]) ellipse(pen, { x: at.x + side * r * 0.9 - turn * r * 0.15, y: at.y - r * 0.55 + Math.abs(side) * r * 0.5 }, r * 0.45, r * 0.45, hair);
  }
}

function hairInFront(pen: Pen, at: Point, { radius: r, hair, cut }: Head, turn: number): void {
  if (cut === "tuft") {
    limb(pen, { x: at.x, y: at.y - r * 0.95 }, { x: at.x + r * 0.35, y: at.y - r * 1.35 }, { x: at.x - r * 0.1, y: at.y - r * 1.3 }, r * 0.16, hair);
    return;
  }
  pen.fillStyle = hair;
  pen.beginPath();
  pen.ellipse(at.x - turn * r * 0.2, at.y - r * 0.62, r * 0.95, r * 0.45, turn * 0.25, Math.PI, Math.PI * 2);
  pen.fill();
}

function eyes(pen: Pen, at: Point, r: number, { turn, down, isBlinking, smile }: Look): void {
  for (const side of [-1, 1]) {
    const x = at.x + side * r * 0.36 + turn * r * 0.36;
    const y = at.y - r * 0.06 + down * r * 0.12;
    if (isBlinking) {
      limb(pen, { x: x - r * 0.13, y }, { x, y: y + r * 0.06 }, { x: x + r * 0.13, y }, r * 0.07, INK);
    } else {
      ellipse(pen, { x: x + turn * r * 0.06, y: y + down * r * 0.05 }, r * 0.12, r * (0.15 - smile * 0.03), INK);
    }
    limb(pen, { x: x - r * 0.16, y: y - r * 0.3 }, { x, y: y - r * (0.36 + smile * 0.06) }, { x: x + r * 0.16, y: y - r * 0.3 }, r * 0.05, INK);
  }
}

function mouth(pen: Pen, at: Point, r: number, { turn, down, smile, mouth: open }: Look): void {
  const [x, y] = [at.x + turn * r * 0.32, at.y + r * 0.42 + down * r * 0.08];
  if (open > 0.12) {
    ellipse(pen, { x, y }, r * (0.16 + smile * 0.06), r * (0.05 + 0.16 * open), "#8f3f38");
    return;
  }
  limb(pen, { x: x - r * 0.24, y: y - r * 0.04 }, { x, y: y + r * (0.06 + 0.26 * smile) }, { x: x + r * 0.24, y: y - r * 0.04 }, r * 0.08, INK);
}

/** A head with its face. */
export function face(pen: Pen, at: Point, head: Head, look: Look): void {
  const r = head.radius;
  hairBehind(pen, at, head, look.turn);
  ellipse(pen, { x: at.x - look.turn * r * 0.92, y: at.y + r * 0.08 }, r * 0.16, r * 0.2, head.skin);
  ellipse(pen, at, r * 0.96, r, head.skin);
  hairInFront(pen, at, head, look.turn);
  eyes(pen, at, r, look);
  mouth(pen, at, r, look);
  pen.globalAlpha = 0.16 + 0.16 * look.smile;
  for (const side of [-1, 1]) ellipse(pen, { x: at.x + side * r * 0.52 + look.turn * r * 0.3, y: at.y + r * 0.26 }, r * 0.16, r * 0.11, CHEEK);
  pen.globalAlpha = 1;
}

/** Small arcs in front of a mouth: somebody is heard. */
export function voice(pen: Pen, { x, y }: Point, side: -1 | 1, strength: number, t: number, colour: string): void {
  if (strength <= 0) return;
  const middle = side > 0 ? 0 : Math.PI;
  pen.strokeStyle = colour;
  pen.lineWidth = 2.5;
  for (const ring of [0, 1, 2]) {
    const radius = 6 + ((t * 14 + ring * 9) % 27);
    pen.globalAlpha = strength * (1 - radius / 34) * 0.8;
    pen.beginPath();
    pen.arc(x, y, radius, middle - 0.45, middle + 0.45);
    pen.stroke();
  }
  pen.globalAlpha = 1;
}

/** A plain room: wall, skirting and floor from that height down. */
export function room(pen: Pen, floor: number, wall: string, ground: string): void {
  box(pen, { x: 0, y: 0 }, PICTURE.width, PICTURE.height, wall);
  box(pen, { x: 0, y: floor }, PICTURE.width, PICTURE.height - floor, ground);
  box(pen, { x: 0, y: floor - 4 }, PICTURE.width, 4, "#f6f1e6");
}
