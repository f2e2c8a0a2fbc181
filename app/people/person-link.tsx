import { Link } from "@remix-run/react";

import { paths } from "#app/ui/paths.ts";

/** A person's name, leading to what an administrator may see of them. */
export function PersonLink({ id, name }: { readonly id: string; readonly name: string }) {
  return <Link to={paths.person(id)}>{name}</Link>;
}
