interface FilterInputProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type: "search" | "date";
  readonly value: string | null;
}

/** One line to type into, of a form that narrows a list: what was typed stands in the address. */
export function FilterInput({ name, label, hint, type, value }: FilterInputProps) {
  const id = `filter-${name}`;
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>{label}</label>
      {hint !== undefined && <p className="field-hint" id={`${id}-hint`}>{hint}</p>}
      <input key={value} className="input input-full" id={id} name={name} type={type} defaultValue={value ?? ""} autoComplete="off" aria-describedby={hint === undefined ? undefined : `${id}-hint`} />
    </div>
  );
}
