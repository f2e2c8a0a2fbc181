import { useId } from "react";

import { words } from "#app/words/words.ts";

import { EntryList } from "./entry-list.tsx";
import type { LogMonth } from "./log-view.ts";

/** The log month by month, each under its name and what it comes to. */
export function LogMonths({ months }: { readonly months: readonly LogMonth[] }) {
  return <div className="log-months">{months.map((month) => <Month key={month.month} {...month} />)}</div>;
}

function Month({ month, sums, lines }: LogMonth) {
  const id = useId();
  const name = words.logViews.month(month);
  return (
    <section className="card" aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>{name}</h2>
        <p className="small muted">{sums}</p>
      </div>
      <EntryList lines={lines} label={name} />
    </section>
  );
}
