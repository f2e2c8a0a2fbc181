import { Link } from "@remix-run/react";
import { useId } from "react";
import type { ReactNode } from "react";

interface CardProps {
  readonly title?: ReactNode;
  /** A quiet link at the end of the title's line. */
  readonly more?: { readonly to: string; readonly text: string };
  /** 3 where the card stands inside another section. */
  readonly level?: 2 | 3;
  readonly children: ReactNode;
}

/** A sheet on the page. With a title it is a region of its own. */
export function Card({ title, more, level = 2, children }: CardProps) {
  const id = useId();
  if (title === undefined) return <div className="card">{children}</div>;
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className="card" aria-labelledby={id}>
      <div className="card-head">
        <Heading id={id}>{title}</Heading>
        {more && <Link className="small" to={more.to}>{more.text}</Link>}
      </div>
      {children}
    </section>
  );
}

/** What to do next: one sentence, why, and the one button that does it. */
export function NextCard({ title, children, action }: { readonly title: string; readonly children?: ReactNode; readonly action?: ReactNode }) {
  const id = useId();
  return (
    <section className="card next-card" aria-labelledby={id}>
      <div className="grow">
        <h2 id={id}>{title}</h2>
        {children !== undefined && <div className="muted">{children}</div>}
      </div>
      {action}
    </section>
  );
}
