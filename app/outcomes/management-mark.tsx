import { words } from "#app/words/words.ts";

/** Says on every management view that it is none to publish. */
export function ManagementMark() {
  return <p className="not-for-publication"><b>{words.outcomes.management.title}.</b> {words.outcomes.management.text}</p>;
}
