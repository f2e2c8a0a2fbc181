/** "AR" for "Ailsa Rutherglen": the first letters of the first and the last name. */
export function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/u).filter(Boolean);
  const named = parts.length > 1 ? [parts[0], parts.at(-1)] : parts;
  return named.map((part = "") => String.fromCodePoint(part.codePointAt(0) ?? 0x20)).join("").toLocaleUpperCase("en-GB");
}

/** A person's initials in a circle, for the eye only: the name stands beside it or is read out. */
export function Avatar({ initials }: { readonly initials: string }) {
  return <span className="avatar" aria-hidden="true">{initials}</span>;
}
