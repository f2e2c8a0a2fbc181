import type { ReactNode } from "react";

import { words } from "#app/words/words.ts";

import { Button, ButtonLink, type ButtonLook } from "./button.tsx";
import { Card } from "./card.tsx";
import { type FieldsOf, FormFor, type FormForProps } from "./form-for.tsx";
import { Actions, Narrow } from "./layout.tsx";
import { PageHead } from "./page-head.tsx";

interface FrameProps {
  /** Above the title: what the form is about, or the way back to it. */
  readonly kicker?: ReactNode;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of a page that is one form, for a form that has a component of its own. */
export function FormFrame({ kicker, title, lead, children }: FrameProps) {
  return (
    <Narrow>
      <PageHead kicker={kicker} title={title} lead={lead} />
      <Card>{children}</Card>
    </Narrow>
  );
}

interface FormActionsProps {
  readonly submit: string;
  readonly look?: ButtonLook | undefined;
  /** Where one comes out without sending the form; null where there is no other way. */
  readonly cancelTo: string | null;
  /** What the way out is called where "Cancel" would not say it. */
  readonly cancel?: string | undefined;
}

/** The end of a form: its one button, and the way out. */
export function FormActions({ submit, look, cancelTo, cancel = words.common.form.cancel }: FormActionsProps) {
  return (
    <Actions>
      <Button wide look={look}>{submit}</Button>
      {cancelTo !== null && <ButtonLink to={cancelTo}>{cancel}</ButtonLink>}
    </Actions>
  );
}

type FormPageProps<S extends Record<string, unknown>> = Omit<FrameProps, "children"> & FormActionsProps & Omit<FormForProps<S>, "children"> & {
  readonly children: (fields: FieldsOf<S>) => ReactNode;
};

/** A page that is one form: its fields, its one button, and the way out. */
export function FormPage<S extends Record<string, unknown>>({ kicker, title, lead, submit, look, cancelTo, cancel, children, ...form }: FormPageProps<S>) {
  return (
    <FormFrame kicker={kicker} title={title} lead={lead}>
      <FormFor<S> {...form}>
        {(fields) => (
          <>
            {children(fields)}
            <FormActions submit={submit} look={look} cancelTo={cancelTo} cancel={cancel} />
          </>
        )}
      </FormFor>
    </FormFrame>
  );
}
