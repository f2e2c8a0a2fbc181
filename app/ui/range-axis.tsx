/** One range on the axis, in percent of its length. */
export interface AxisRange {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly likely: number;
}

/** A range axis as it is drawn: nothing is left to work out. */
export interface Axis {
  /** What is drawn, in words. */
  readonly label: string;
  readonly start: string;
  readonly ranges: readonly AxisRange[];
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

const LANE = 40;
const BAR = 16;
const FOOT = 26;
/** A label that begins further right than this ends with its range instead of beginning with it. */
const TURNED_FROM = 60;

const percent = (n: number): string => `${String(n)}%`;

/** Ranges of time above an axis that begins today, a lane each; text keeps its size at every width. Beside it stands the same in words. */
export function RangeAxis({ label, start, ranges, ticks }: Axis) {
  const foot = ranges.length * LANE + 6;
  return (
    <div className="range-axis" role="img" aria-label={label}>
      <svg width="100%" height={foot + FOOT} aria-hidden="true" focusable="false">
        {ranges.map((range, lane) => <Lane key={range.label} range={range} top={lane * LANE} />)}
        <line className="axis-line" x1="0" x2="100%" y1={foot} y2={foot} />
        <text className="axis-text" x="0" y={foot + 18}>{start}</text>
        {ticks.map(({ at, text }) => (
          <g key={text}>
            <line className="axis-line" x1={percent(at)} x2={percent(at)} y1={foot} y2={foot + 5} />
            <text className="axis-text" x={percent(at)} y={foot + 18} textAnchor="middle">{text}</text>
          </g>
        ))}
      </svg>
    </div>
  );
}

function Lane({ range: { label, from, to, likely }, top }: { readonly range: AxisRange; readonly top: number }) {
  const isTurned = from > TURNED_FROM;
  return (
    <>
      <text className="axis-label" x={percent(isTurned ? to : from)} y={top + 16} textAnchor={isTurned ? "end" : "start"}>{label}</text>
      <rect className="axis-range" x={percent(from)} y={top + 22} width={percent(Math.max(1, to - from))} height={BAR} rx="4" />
      <line className="axis-likely" x1={percent(likely)} x2={percent(likely)} y1={top + 22} y2={top + 22 + BAR} />
    </>
  );
}
