import { Link } from "@remix-run/react";

import { Notice } from "#app/ui/notice.tsx";
import { words } from "#app/words/words.ts";

/** The way to what stands, above a form that was sent before with something else in it; nothing for any other answer. */
export function SentBefore({ answer }: { readonly answer: { readonly lastResult: unknown; readonly stands?: string | null } | undefined }) {
  if (answer?.stands === undefined || answer.stands === null) return null;
  return <Notice><Link to={answer.stands}>{words.logbook.forms.standsLink}</Link></Notice>;
}
