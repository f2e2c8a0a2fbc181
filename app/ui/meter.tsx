import type { ReactNode } from "react";

import { words } from "#app/words/words.ts";

interface MeterProps {
  /** What it says as a whole: "Cycles: 10 of 12 for stage 2, 18 in all". */
  readonly label: string;
  /** What stands, and the end of the scale, in the same unit. */
  readonly value: number;
  readonly end: number;
  /** Thresholds between nothing and the end, in the same unit. */
  readonly ticks?: readonly number[];
  /** The present stage asks no more. */
  readonly met?: boolean;
}

/** A bar with its thresholds. Always beside figures; over the end it is full, and says by how much in words. */
export function Meter({ label, value, end, ticks = [], met = false }: MeterProps) {
  const inside = ticks.filter((tick) => tick > 0 && tick < end);
  const percent = end <= 0 ? 100 : Math.floor((value * 100) / end);
  return (
    <div className="meter">
      <div className="meter-track" role="img" aria-label={label}>
        <svg width="100%" height="100%" aria-hidden="true" focusable="false">
          <rect className={met ? "meter-fill meter-met" : "meter-fill"} width={share(value, end)} height="100%" rx="5" />
          {inside.map((tick) => <Tick key={tick} x={share(tick, end)} />)}
        </svg>
      </div>
      {percent > 100 && <p className="small"><b>{words.common.meter.over(percent)}</b></p>}
    </div>
  );
}

/** A threshold: ink with a gap around it, so that it is seen on the fill too. */
function Tick({ x }: { readonly x: string }) {
  return (
    <>
      <line className="meter-tick meter-tick-gap" x1={x} x2={x} y1="0" y2="100%" />
      <line className="meter-tick" x1={x} x2={x} y1="-5" y2="15" />
    </>
  );
}

function share(value: number, end: number): string {
  const percent = end <= 0 ? 100 : (Math.max(0, value) / end) * 100;
  return `${String(Math.min(100, Math.round(percent * 10) / 10))}%`;
}

interface MeterCardProps extends MeterProps {
  readonly title: string;
  /** The large figure with its unit, and what it is of: "8 h 30", "of 10 h". */
  readonly figure: string;
  readonly of: string;
  /** What is to go, in words. */
  readonly note?: ReactNode;
  /** The link that opens the number. */
  readonly link?: ReactNode;
}

/** One count: its figure, its meter, what is missing, and the way to its evidence. */
export function MeterCard({ title, figure, of, note, link, ...meter }: MeterCardProps) {
  return (
    <section className="card meter-card" aria-label={title}>
      <h3>{title}</h3>
      <p className="figure num">{figure} <span>{of}</span></p>
      <Meter {...meter} />
      {note !== undefined && <p className="small muted">{note}</p>}
      {link !== undefined && <p className="small">{link}</p>}
    </section>
  );
}
