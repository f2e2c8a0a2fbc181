import { words } from "#app/words/words.ts";

import { choiceName, type Clash, type ClashField } from "./clash.ts";

const { clash: said } = words.history;

/** What stands now beside what was typed, field by field, and which of the two is to stand. Goes into the form. */
export function ClashFields({ clash }: { readonly clash: Clash }) {
  const { by, at, reason, fields, version } = clash;
  return (
    <section className="fresh-values" key={version} aria-labelledby="clash-title">
      <h2 id="clash-title">{said.title}</h2>
      <p>{said.by(by, at)}{reason !== null && <> {said.because(reason)}</>}</p>
      <p className="field-hint">{fields.length === 0 ? said.same : said.hint}</p>
      <div className="form">{fields.map((field) => <ClashChoice key={field.name} field={field} />)}</div>
    </section>
  );
}

/** What only the others changed stands unless one chooses otherwise; what oneself changed as well. */
function ClashChoice({ field: { name, label, mine, theirs, changedBy } }: { readonly field: ClashField }) {
  const id = choiceName(name);
  const takesTheirs = changedBy === "they";
  return (
    <fieldset className="field" aria-describedby={`${id}-who`}>
      <legend className="field-label">{label}</legend>
      <p className="field-hint" id={`${id}-who`}>{said.changedBy[changedBy]}</p>
      <div className="choices choices-list">
        <div className="choice">
          <input type="radio" id={`${id}-mine`} name={id} value="mine" defaultChecked={!takesTheirs} />
          <span><label className="as-written" htmlFor={`${id}-mine`}>{said.mine(mine)}</label></span>
        </div>
        <div className="choice">
          <input type="radio" id={`${id}-theirs`} name={id} value="theirs" defaultChecked={takesTheirs} />
          <span><label className="as-written" htmlFor={`${id}-theirs`}>{said.theirs(theirs)}</label></span>
        </div>
      </div>
    </fieldset>
  );
}
