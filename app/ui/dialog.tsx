import { useId, useRef } from "react";
import type { ReactNode } from "react";

import { words } from "#app/words/words.ts";

import { Button } from "./button.tsx";
import { ButtonLink } from "./button.tsx";
import type { ButtonLook } from "./button.tsx";

interface DialogProps {
  readonly title: string;
  /** The text of what opens it. */
  readonly opener: string;
  readonly openerLook?: ButtonLook;
  readonly openerSmall?: boolean;
  /** The page that does the same without JavaScript: what opens the dialog is a link to it. */
  readonly page: string;
  readonly children: ReactNode;
}

/** A native dialog. Without JavaScript its opener is an ordinary link to `page`. */
export function Dialog({ title, opener, openerLook = "quiet", openerSmall = false, page, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  return (
    <>
      <span onClickCapture={(event) => { event.preventDefault(); event.stopPropagation(); dialog.current?.showModal(); }}>
        <ButtonLink to={page} look={openerLook} small={openerSmall}>{opener}</ButtonLink>
      </span>
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
