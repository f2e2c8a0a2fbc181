import { renderToStaticMarkup } from "react-dom/server";
import { Bar, BarChart, LabelList, XAxis, YAxis } from "recharts";

import { words } from "#app/words/words.ts";

import type { Funnel } from "./funnel.ts";

/** A chart for a narrow place and one for a wide one: each is drawn for its width, so that its text keeps its size. */
const WIDTHS = { narrow: 250, wide: 440 } as const;
const LABEL_WIDTH = 92;
const ROW_HEIGHT = 34;
const TEXT_PIXELS = 13;

function draw({ of, steps }: Funnel, width: number, id: string): string {
  const data = steps.map(({ step, reached }) => ({ name: words.outcomes.funnel.steps[step], reached }));
  const text = { fontSize: TEXT_PIXELS, fill: "var(--ink)" };
  const markup = renderToStaticMarkup(
    <BarChart id={id} width={width} height={steps.length * ROW_HEIGHT} data={data} layout="vertical" margin={{ top: 0, right: 36, bottom: 0, left: 0 }} barSize={20} accessibilityLayer={false}>
      <XAxis type="number" domain={[0, Math.max(1, of)]} hide />
      <YAxis type="category" dataKey="name" width={LABEL_WIDTH} interval={0} tickLine={false} axisLine={false} tick={text} />
      <Bar dataKey="reached" fill="var(--brand)" radius={3} isAnimationActive={false}>
        <LabelList dataKey="reached" position="right" {...text} />
      </Bar>
    </BarChart>,
  );
  // Only the drawing, at its own size: what Recharts puts around it is for charts that live in the page.
  return (/<svg[^]*<\/svg>/.exec(markup)?.[0] ?? "").replace(/ style="[^"]*"/, "");
}

/** The funnel drawn by the server, for a narrow and for a wide place; the page takes it as it is and runs no script for it. */
export function drawFunnel(funnel: Funnel): Readonly<Record<keyof typeof WIDTHS, string>> {
  return { narrow: draw(funnel, WIDTHS.narrow, "funnel-narrow"), wide: draw(funnel, WIDTHS.wide, "funnel-wide") };
}
