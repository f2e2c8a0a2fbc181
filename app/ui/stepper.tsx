import type { ReactNode } from "react";

export interface Step {
  readonly name: string;
  /** `done` is a decision that was made; `now` is under way; `again` was reopened; `ahead` comes. */
  readonly state: "done" | "now" | "again" | "ahead";
  /** The state in words, beside the name: "now". */
  readonly stateText?: string;
  readonly detail?: ReactNode;
}

/** The stages of a way, in order. */
export function Stepper({ steps, label }: { readonly steps: readonly Step[]; readonly label: string }) {
  return (
    <ol className="stepper" aria-label={label}>
      {steps.map((step) => (
        <li key={step.name} className={`step step-${step.state}`} aria-current={step.state === "now" || step.state === "again" ? "step" : undefined}>
          <b>{step.name}{step.stateText === undefined ? "" : `, ${step.stateText}`}</b>
          {step.detail !== undefined && <span className="small muted">{step.detail}</span>}
        </li>
      ))}
    </ol>
  );
}
