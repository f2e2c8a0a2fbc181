interface DrawnChartProps {
  /** What is drawn, for whoever does not see it; the figures stand in a table beside it. */
  readonly label: string;
  /** SVG from the server, with nothing in it that a person typed: for a narrow place and for a wide one. */
  readonly narrow: string;
  readonly wide: string;
}

/** A chart that the server drew, for the width that it gets: its text keeps its size. Runs no script. */
export function DrawnChart({ label, narrow, wide }: DrawnChartProps) {
  return (
    <div className="drawn-chart" role="img" aria-label={label}>
      <div className="drawn-narrow" dangerouslySetInnerHTML={{ __html: narrow }} />
      <div className="drawn-wide" dangerouslySetInnerHTML={{ __html: wide }} />
    </div>
  );
}
