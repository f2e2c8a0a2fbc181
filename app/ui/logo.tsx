/** The two rings. */
export function Logo() {
  return (
    <svg className="logo-rings" width="28" height="28" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <circle cx="10.5" cy="14" r="8" /><circle cx="17.5" cy="14" r="8" />
    </svg>
  );
}
