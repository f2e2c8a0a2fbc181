import { Link } from "@remix-run/react";

import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Item, ItemList } from "#app/ui/item-list.tsx";
import { ReadAloud, Stack } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import type { RequestState } from "./model.ts";
import { RequestChip } from "./request-chip.tsx";

const { list: said, waitsForYou } = words.accreditation;

/** A request in a list. */
export interface ListedRequest {
  readonly id: string;
  readonly title: string;
  readonly state: RequestState;
  readonly detail: string;
  readonly waitsForReader: boolean;
  /** Where a lead can ask a reviewer: what that is called. */
  readonly assign: string | null;
}

/** Every request that somebody has to do with; null where their roles leave no such thing. */
export interface ListPageData {
  /** How many wait for the reader. */
  readonly waiting: number;
  readonly own: readonly ListedRequest[] | null;
  readonly supervised: readonly ListedRequest[] | null;
  readonly asked: readonly ListedRequest[];
  readonly led: readonly ListedRequest[] | null;
}

function Line({ request: { id, title, state, detail, waitsForReader } }: { readonly request: ListedRequest }) {
  return <Item title={title} to={paths.signOffRequest(id)} detail={detail} end={<>{waitsForReader && <Chip tone="brand">{waitsForYou}</Chip>} <RequestChip state={state} /></>} />;
}

// A lead reads no evidence: from here they ask a reviewer, and nothing opens.
function LedLine({ request: { id, title, state, detail, assign } }: { readonly request: ListedRequest }) {
  return <Item title={title} detail={detail} end={<>{assign !== null && <Link to={paths.assignReviewer(id)}>{assign}<ReadAloud> ({title})</ReadAloud></Link>} <RequestChip state={state} /></>} />;
}

function Requests({ requests, title, none }: { readonly requests: readonly ListedRequest[]; readonly title: string; readonly none: string }) {
  return (
    <Card title={title}>
      {requests.length === 0 ? <p className="muted">{none}</p> : <ItemList label={title}>{requests.map((request) => <Line key={request.id} request={request} />)}</ItemList>}
    </Card>
  );
}

function Own({ requests }: { readonly requests: readonly ListedRequest[] }) {
  if (requests.length > 0) return <Requests requests={requests} title={said.own} none={said.none} />;
  return (
    <Card title={said.own}>
      <EmptyState title={said.none} action={<ButtonLink to={paths.progress()}>{said.toProgress}</ButtonLink>}><p>{said.noneText}</p></EmptyState>
    </Card>
  );
}

/** Sign-off, for everybody who has to do with it: what waits for them first, then their own. */
export function ListPage({ waiting, own, supervised, asked, led }: ListPageData) {
  return (
    <Stack gap="large">
      <PageHead title={supervised === null ? said.title : said.heading(waiting)} />
      {asked.length > 0 && <Requests requests={asked} title={said.asked} none={said.none} />}
      {supervised && <Requests requests={supervised} title={said.supervised} none={said.noneSupervised} />}
      {led && (
        <Card title={said.led}>
          {led.length === 0 ? <p className="muted">{said.noneLed}</p> : <ItemList label={said.led}>{led.map((request) => <LedLine key={request.id} request={request} />)}</ItemList>}
        </Card>
      )}
      {own && <Own requests={own} />}
    </Stack>
  );
}
