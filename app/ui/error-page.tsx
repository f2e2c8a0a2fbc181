import { isRouteErrorResponse, useLocation, useRouteError } from "@remix-run/react";

import { readWordsBack, type WordsBack as WordsBackOf } from "#app/platform/http/words-back.ts";
import { errors } from "#app/words/en/errors.ts";
import { offline } from "#app/words/en/offline.ts";

import { ButtonLink } from "./button.tsx";
import { PageHead } from "./page-head.tsx";
import { paths } from "./paths.ts";
import { useRootData } from "./root-data.ts";
import { WordsBack } from "./words-back.tsx";

const { noConnection } = offline;
const STATUSES = [400, 401, 403, 404, 405, 409, 429, 503, 500] as const;
type Status = (typeof STATUSES)[number];

/** What the page says for a status: its own words, those of 400 for any other request error, else those of 500. */
export function errorStatus(status: number): Status {
  return STATUSES.find((known) => known === status) ?? (status >= 400 && status < 500 ? 400 : 500);
}

interface ErrorPageProps {
  readonly status: number;
  /** A sentence that the thrown answer brought: who can help, say. */
  readonly detail?: string;
  readonly requestId?: string;
}

/** The page for what cannot be shown: what happened, what to do next, and on a fault of ours the request's number. */
export function ErrorPage({ status, detail, requestId }: ErrorPageProps) {
  const { heading, text } = errors[errorStatus(status)];
  return (
    <div className="narrow error-page">
      <PageHead title={heading} />
      <p>{detail ?? text}</p>
      {errorStatus(status) === 500 && requestId !== undefined && <p className="muted num">{errors.requestId(requestId)}</p>}
      <div className="actions"><ButtonLink to={paths.home()} look="primary">{errors.home}</ButtonLink></div>
    </div>
  );
}

function notRecordedText(status: number): string {
  const { notRecorded } = errors;
  return status === 401 || status === 403 ? notRecorded[status] : notRecorded[404];
}

/** The page for an act that was not taken because the right to it ended: that nothing was recorded, what to do next, and what was typed. */
function NotRecorded({ status, typed, signIn }: WordsBackOf & { readonly status: number }) {
  return (
    <div className="narrow error-page">
      <PageHead title={errors.notRecorded.heading} />
      <p>{notRecordedText(status)}</p>
      <WordsBack typed={typed} />
      <div className="actions"><ButtonLink to={signIn ?? paths.home()} look="primary">{signIn === undefined ? errors.home : errors.signIn}</ButtonLink></div>
    </div>
  );
}

/** Every route's error boundary. */
export function ErrorBoundary() {
  const error = useRouteError();
  const known = useRootData()?.requestId;
  const { status, data } = isRouteErrorResponse(error) ? { status: error.status, data: error.data as unknown } : { status: 500, data: undefined };
  if (isLostConnection(error)) return <NoConnection />;
  const back = readWordsBack(data);
  if (back !== undefined) return <NotRecorded status={status} {...back} />;
  // Where the root itself failed, its failure brings the number.
  const [detail, requestId] = [textIn(data, "detail"), textIn(data, "requestId") ?? known];
  return <ErrorPage status={status} {...(detail === undefined ? {} : { detail })} {...(requestId === undefined ? {} : { requestId })} />;
}

/** Browsers throw this where a request found nobody: there is no status then. */
function isLostConnection(error: unknown): boolean {
  return typeof window !== "undefined" && error instanceof TypeError && /fetch|network|load failed/i.test(error.message);
}

function NoConnection() {
  const { pathname, search } = useLocation();
  return (
    <div className="narrow error-page">
      <PageHead title={noConnection.heading} />
      <p>{noConnection.text}</p>
      {/* Loads the page anew: the script's own way of coming here has failed. */}
      <div className="actions"><a className="button button-primary" href={pathname + search}>{noConnection.again}</a></div>
    </div>
  );
}

/** A text that an answer brought under that name; undefined where it brought none. */
export function textIn(data: unknown, name: string): string | undefined {
  const found: unknown = typeof data === "object" && data !== null ? Object.entries(data).find(([key]) => key === name)?.[1] : undefined;
  return typeof found === "string" ? found : undefined;
}
