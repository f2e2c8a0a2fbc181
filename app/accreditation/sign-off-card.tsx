import { Link } from "@remix-run/react";

import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Item, ItemList } from "#app/ui/item-list.tsx";
import { ReadAloud, Stack } from "#app/ui/layout.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import { RequestChip } from "./request-chip.tsx";
import { type DecidedStage, type NeedLine, type RequestLine, shortHash, type SignOffView, type StageCard } from "./view-model.ts";

const { card: said, missing, decisions } = words.accreditation;

/** What is missing before a stage can be asked for, each with the way to where it is done, and what stands. */
export function Needs({ missing: lines, standing, stageName, isOwn }: Pick<StageCard, "missing" | "standing" | "stageName"> & { readonly isOwn: boolean }) {
  return (
    <Stack gap="small">
      {lines.length > 0 && (
        <>
          <p>{missing.lead(stageName, lines.length)}</p>
          <ItemList label={missing.title}>
            {lines.map(({ key, text, act }) => <Item key={key} title={text} {...(act && isOwn ? { end: <Link to={act.to}>{act.text}<ReadAloud> ({text})</ReadAloud></Link> } : {})} />)}
          </ItemList>
        </>
      )}
      {standing.length > 0 && <Standing lines={standing} />}
    </Stack>
  );
}

function Standing({ lines }: { readonly lines: readonly NeedLine[] }) {
  return <Disclosure summary={missing.standing(lines.length)}><ul>{lines.map(({ key, text }) => <li key={key}>{text}</li>)}</ul></Disclosure>;
}

function Next({ next, isOwn }: { readonly next: StageCard; readonly isOwn: boolean }) {
  const { stage, stageName, open, isReady, mayAsk, toDo } = next;
  return (
    <Card title={said.title(stageName)}>
      {open
        ? <ItemList label={said.title(stageName)}><Item title={said.look} to={paths.signOffRequest(open.requestId)} detail={open.text} end={<RequestChip state={open.state} />} /></ItemList>
        : (
          <Stack gap="small">
            {toDo !== null && <div className="fresh-values"><h3>{decisions.actions}</h3><p className="as-written">{toDo}</p></div>}
            {isReady && <p>{said.ready(stageName)}</p>}
            <Needs {...next} isOwn={isOwn} />
            {mayAsk && <p><ButtonLink to={paths.askSignOff(stage)}>{said.ask(stageName)}</ButtonLink></p>}
          </Stack>
        )}
    </Card>
  );
}

function Decided({ stage: { title, requestId, hash, moved, reopening }, isOwn }: { readonly stage: DecidedStage; readonly isOwn: boolean }) {
  const details = (
    <Stack gap="small">
      {reopening
        ? <><span className="as-written">{reopening.why}</span><span>{reopening.before}</span></>
        : <span>{hash !== null && `${decisions.hash(shortHash(hash))}. `}{isOwn ? decisions.reopen : decisions.reopenOf}</span>}
      {moved.length > 0 && <div><b>{words.accreditation.moved.sinceSigned}</b><ul>{moved.map((line) => <li key={line}>{line}</li>)}</ul></div>}
    </Stack>
  );
  return <Item title={title} {...(requestId === null ? {} : { to: paths.signOffRequest(requestId) })} detail={details} />;
}

function Earlier({ request: { id, title, state, detail, actions } }: { readonly request: RequestLine }) {
  const more = actions === null ? detail : <>{detail}<br /><b>{decisions.actions}:</b> <span className="as-written">{actions}</span></>;
  return <Item title={title} to={paths.signOffRequest(id)} detail={more} end={<RequestChip state={state} />} />;
}

/** Sign-off on a trainee's progress: what the next stage lacks or whom it waits for, and what was decided before. */
export function SignOffCards({ view: { next, decided, earlier }, isOwn }: { readonly view: SignOffView; readonly isOwn: boolean }) {
  return (
    <>
      {next && <Next next={next} isOwn={isOwn} />}
      {(decided.length > 0 || earlier.length > 0) && (
        <Card title={decisions.title} more={{ to: paths.signOff(), text: decisions.all }}>
          <ItemList label={decisions.title}>
            {decided.map((stage) => <Decided key={stage.key} stage={stage} isOwn={isOwn} />)}
            {earlier.map((request) => <Earlier key={request.id} request={request} />)}
          </ItemList>
        </Card>
      )}
    </>
  );
}
