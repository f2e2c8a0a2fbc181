import type { Option } from "./choice-fields.tsx";

interface FilterSelectProps {
  readonly name: string;
  readonly label: string;
  /** The first line, that asks for everything; without it one is always chosen. */
  readonly empty?: string;
  readonly value: string | null;
  readonly options: readonly Pick<Option, "value" | "label">[];
}

/** One choice of a form that narrows a list: what is chosen stands in the address. */
export function FilterSelect({ name, label, empty, value, options }: FilterSelectProps) {
  const id = `filter-${name}`;
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>{label}</label>
      <select key={value} className="input" id={id} name={name} defaultValue={value ?? ""}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </div>
  );
}
