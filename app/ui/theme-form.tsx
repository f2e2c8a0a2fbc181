import { Form } from "@remix-run/react";

import { words } from "#app/words/words.ts";

import { HiddenField } from "./text-fields.tsx";
import { paths } from "./paths.ts";
import { THEMES } from "./root-data.ts";
import type { Theme } from "./root-data.ts";

/** Light, dark, or as the device is set: three buttons that post, so that it works without JavaScript. */
export function ThemeForm({ theme, path }: { readonly theme: Theme; readonly path: string }) {
  return (
    <Form className="theme-form" method="post" action={paths.theme()} preventScrollReset aria-label={words.common.footer.theme}>
      <HiddenField name="redirectTo" value={path} />
      <span aria-hidden="true">{words.common.footer.theme}</span>
      {THEMES.map((choice) => (
        <button key={choice} type="submit" name="theme" value={choice} aria-pressed={choice === theme}>{words.common.footer[choice]}</button>
      ))}
    </Form>
  );
}
