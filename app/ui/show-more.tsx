import { ButtonLink } from "./button.tsx";

/** The rest of a long list, by a link (`?show=50`), so that it works without JavaScript. `text` says how many there are. */
export function ShowMore({ to, text, status }: { readonly to?: string; readonly text: string; readonly status: string }) {
  return (
    <div className="show-more">
      <p className="small muted">{status}</p>
      {to !== undefined && <ButtonLink to={to} small>{text}</ButtonLink>}
    </div>
  );
}
