import { useEffect, useId, useRef, useState } from "react";
import type { ReactNode } from "react";

import { words } from "#app/words/words.ts";

import { Button, ButtonLink } from "./button.tsx";
import type { ButtonLook } from "./button.tsx";

interface DialogProps {
  readonly title: string;
  /** The text of what opens it. */
  readonly opener: string;
  readonly openerLook?: ButtonLook;
  readonly openerSmall?: boolean;
  /** The page that does the same without JavaScript. */
  readonly page: string;
  readonly children: ReactNode;
}

/** A native dialog behind a button. Until JavaScript runs, the button is an ordinary link to `page`. */
export function Dialog({ title, opener, openerLook = "quiet", openerSmall = false, page, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [runs, setRuns] = useState(false);
  useEffect(() => { setRuns(true); }, []);
  if (!runs) return <ButtonLink to={page} look={openerLook} small={openerSmall}>{opener}</ButtonLink>;
  return (
    <>
      <Button type="button" look={openerLook} small={openerSmall} onClick={() => { dialog.current?.showModal(); }}>{opener}</Button>
      <dialog ref={dialog} className="dialog" aria-labelledby={id}>
        <div className="dialog-head">
          <h2 id={id}>{title}</h2>
          <Button type="button" look="quiet" small icon="close" onClick={() => { dialog.current?.close(); }}>{words.common.dialog.close}</Button>
        </div>
        {children}
      </dialog>
    </>
  );
}
