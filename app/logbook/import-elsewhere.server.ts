import type { AppContext } from "#app/platform/context.ts";
import { plainPage } from "#app/platform/http/plain-page.ts";
import { words } from "#app/words/words.ts";

const CHANGED = 409;

/** For an address that gives a file and has no page: says that another file stands now than its link was for. Throws whatever else was thrown. */
export function plainElsewhere(answer: unknown, request: Request, { requestId }: Pick<AppContext, "requestId">): Response {
  if (!(answer instanceof Response) || answer.status !== CHANGED) throw answer;
  return plainPage({ status: CHANGED, text: `${words.imports.elsewhere.another_file.title}.`, requestId, accept: request.headers.get("accept") });
}
