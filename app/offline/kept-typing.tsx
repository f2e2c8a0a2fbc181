import { useNavigation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Actions } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useRootData } from "#app/ui/root-data.ts";
import { words } from "#app/words/words.ts";

import { lastDayOf } from "./kept.ts";
import { unmarkSent } from "./sent-mark.ts";
import type { Offer } from "./typed-form.ts";

const said = words.offline.typed;

/**
 * Inside a form: what is typed into it is kept on this device for the person who is signed in, until it is saved or discarded,
 * and offered when the form is opened again. Without JavaScript there is nothing of it. `formAt` is where the whole form is, for a
 * short one that is sent to the same address.
 */
export function KeptTyping({ formAt }: { readonly formAt?: string }) {
  // Whoever signs in meanwhile in another tab does not get what stands here.
  const [account] = [useRef(useRootData()?.person?.id).current];
  const place = useRef<HTMLDivElement>(null);
  const [offers, setOffers] = useState<readonly Offer[]>([]);
  const [isKept, setIsKept] = useState(true);
  const isAtRest = useNavigation().state === "idle";
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form || account === undefined) return undefined;
    let stop: (() => void) | undefined;
    let isOver = false;
    const begin = async (): Promise<void> => {
      const [{ canKeep }, { watchForm }] = await Promise.all([import("./device.ts"), import("./typed-form.ts")]);
      if (!isOver && canKeep()) stop = watchForm({ form, account, onOffers: setOffers, onKept: setIsKept });
    };
    begin().catch(() => undefined);
    return () => {
      isOver = true;
      stop?.();
    };
  }, [account]);
  useEffect(() => {
    // A form that is still there after its answer was not taken: what comes next is not about it.
    const form = place.current?.closest("form");
    if (isAtRest && form) unmarkSent(new URL(form.action).pathname);
  }, [isAtRest]);
  return (
    <div ref={place} className={offers.length > 0 || !isKept ? "stack stack-small" : "kept-typing-none"}>
      {offers.map((offer) => <OfferNotice key={offer.id} offer={offer} formAt={formAt} />)}
      {!isKept && <Notice kind="warning">{said.notKept}</Notice>}
    </div>
  );
}

function OfferNotice({ offer: { id, keptAt, putBack, discard }, formAt }: { readonly offer: Offer; readonly formAt: string | undefined }) {
  return (
    <Notice>
      <p>{said.kept(keptAt, lastDayOf(keptAt))}</p>
      <Actions>
        {putBack && <Button type="button" look="quiet" small onClick={putBack}>{said.putBack}</Button>}
        {!putBack && formAt !== undefined && <ButtonLink small to={`${formAt}?kept=${id}`}>{said.openForm}</ButtonLink>}
        <Button type="button" look="quiet" small onClick={discard}>{said.discard}</Button>
      </Actions>
    </Notice>
  );
}
