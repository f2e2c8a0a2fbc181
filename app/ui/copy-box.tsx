/** Texts shown once, to be copied by hand or selection: recovery codes, a secret to type. */
export function CopyBox({ label, hint, lines }: { readonly label: string; readonly hint?: string; readonly lines: readonly string[] }) {
  return (
    <div className="copy-box">
      <p><b>{label}</b></p>
      {hint !== undefined && <p className="small muted">{hint}</p>}
      <ul>{lines.map((line) => <li key={line}><code>{line}</code></li>)}</ul>
    </div>
  );
}
