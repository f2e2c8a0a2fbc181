import { Form } from "@remix-run/react";

import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { listAnd } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import { PersonLink } from "./person-link.tsx";
import type { Person, Role } from "./model.ts";

const t = words.people.list;

type Row = Person & { readonly roles: readonly Role[] };

const COLUMNS: readonly Column<Row>[] = [
  { key: "name", label: t.name, heads: true, cell: (row) => <PersonLink id={row.id} name={row.name} /> },
  { key: "email", label: t.email, cell: (row) => row.email ?? t.noEmail },
  { key: "roles", label: t.roles, cell: (row) => <Roles {...row} /> },
];

function Roles({ roles, isExternal }: Row) {
  return (
    <>
      {roles.length === 0 ? t.noRole : listAnd(roles.map((role) => words.people.roles[role]))}
      {isExternal && <> <Chip>{words.people.external}</Chip></>}
    </>
  );
}

/** Everybody in the administrator's programmes, with a search that stands in the address. */
export function PeopleList({ people, search }: { readonly people: readonly Row[]; readonly search: string }) {
  return (
    <>
      <PageHead title={t.title} lead={search === "" ? t.lead(people.length) : t.found(people.length, search)} actions={<ButtonLink to={paths.newPerson()} look="primary" icon="add">{t.add}</ButtonLink>} />
      <Stack>
        <Form method="get" role="search">
          <div className="field">
            <label className="field-label" htmlFor="people-search">{t.search}</label>
            <div className="actions">
              <input id="people-search" className="input input-medium" type="search" name="search" defaultValue={search} />
              <Button look="quiet">{t.submit}</Button>
            </div>
          </div>
        </Form>
        {people.length === 0
          ? <EmptyState title={t.empty} action={<ButtonLink to={paths.people()}>{t.all}</ButtonLink>}>{t.emptyText(search)}</EmptyState>
          : <DataTable caption={t.caption} captionHidden columns={COLUMNS} rows={people} keyOf={(row) => row.id} />}
      </Stack>
    </>
  );
}
