/** "AR" for "Ailsa Rutherglen": the first letters of the first and the last name. */
export function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/u).filter(Boolean);
  const letters = [parts[0], parts.length > 1 ? parts[parts.length - 1] : undefined].map((part) => (part === undefined ? "" : [...part][0] ?? ""));
  return letters.join("").toLocaleUpperCase("en-GB");
}

/** A person's initials in a circle, for the eye only: the name stands beside it or is read out. */
export function Avatar({ initials }: { readonly initials: string }) {
  return <span className="avatar" aria-hidden="true">{initials}</span>;
}
