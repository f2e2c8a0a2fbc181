import { notFound } from "#app/platform/http/responses.ts";

/** Every address that no other route takes: not found, whoever asks and however. */
export function loader(): never {
  throw notFound();
}

export function action(): never {
  throw notFound();
}

export default function Nothing() {
  return null;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
