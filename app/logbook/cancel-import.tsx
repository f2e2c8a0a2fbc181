import { Form } from "@remix-run/react";

import { Button } from "#app/ui/button.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

/** Throws the file away: nothing is left of it. */
export function CancelImport({ file }: { readonly file: string }) {
  return (
    <Form method="post" action={paths.cancelImport(file)} reloadDocument>
      <Button look="quiet">{words.imports.rows.cancel}</Button>
    </Form>
  );
}
