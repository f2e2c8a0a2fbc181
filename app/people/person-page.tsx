import type { ReactNode } from "react";

import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { Item, ItemList } from "#app/ui/item-list.tsx";
import { Actions, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import { periodState, periodText, roleName } from "./labels.ts";
import type { Accreditation, Person, RoleGrant, SupervisorAssignment } from "./model.ts";
import { PersonLink } from "./person-link.tsx";

const t = words.people.person;

type Named = SupervisorAssignment & { readonly traineeName: string; readonly supervisorName: string };

/** What the page is told of somebody. */
export interface PersonPageProps {
  readonly person: Person;
  readonly today: string;
  /** What was done just before. */
  readonly done: string | null;
  readonly grants: readonly (RoleGrant & { readonly programme: string })[];
  readonly accreditations: readonly Accreditation[];
  readonly supervisors: readonly Named[];
  readonly trainees: readonly Named[];
  /** Shown to somebody who is no administrator: without what administrators do and the pages behind it. */
  readonly isReadOnly?: boolean;
  /** What the floors above know of the person. */
  readonly children?: ReactNode;
}

const DONE: ReadonlyMap<string, string> = new Map([["added", t.added], ["external", t.addedExternal], ["saved", t.saved], ["role", t.savedRole], ["enrolled", t.enrolled]]);

/** What an administrator sees of somebody: roles, accreditation, who supervises whom; nothing of any record. */
export function PersonPage(props: PersonPageProps) {
  const { person, done, grants, isReadOnly = false } = props;
  const said = done === null ? undefined : DONE.get(done);
  return (
    <>
      <PageHead title={person.name} lead={describe(person)} actions={!isReadOnly && <ButtonLink to={paths.people()}>{t.back}</ButtonLink>} />
      <Stack>
        {said !== undefined && <Notice kind="success">{said}</Notice>}
        <Roles {...props} />
        {props.children}
        {grants.some((g) => g.role === "supervisor") && <Accreditations {...props} />}
        {grants.some((g) => g.role === "trainee") && <Supervisors {...props} />}
        {props.trainees.length > 0 && <Trainees {...props} />}
      </Stack>
    </>
  );
}

function describe({ email, isExternal, verifiedOn }: Person): string {
  const verified = verifiedOn === null ? t.notVerified : t.verified(verifiedOn);
  return [email, isExternal ? `${words.people.external}, ${verified}` : null].filter((part) => part !== null).join(" · ");
}

function Roles({ person, grants, today, isReadOnly = false }: PersonPageProps) {
  return (
    <Card title={t.rolesTitle}>
      <Stack gap="small">
        {grants.length === 0 ? <p className="muted">{t.noRoles}</p> : (
          <ItemList>
            {grants.map((g) => (
              <Item key={g.id} title={roleName(g)} detail={`${g.programme}, ${periodText(g.startsOn, g.endsOn, today)}`}
                end={<><State from={g.startsOn} to={g.endsOn} today={today} />{!isReadOnly && <End to={paths.endGrant(person.id, g.id)} label={t.endRoleLabel(roleName(g))} />}</>} />
            ))}
          </ItemList>
        )}
        {!isReadOnly && <Actions><ButtonLink to={paths.grants(person.id)} icon="add">{t.addRole}</ButtonLink></Actions>}
      </Stack>
    </Card>
  );
}

function Accreditations({ person, accreditations, today }: PersonPageProps) {
  return (
    <Card title={t.accreditationsTitle}>
      <Stack gap="small">
        {accreditations.length === 0 ? <p className="muted">{t.noAccreditations}</p> : (
          <ItemList>
            {accreditations.map((p) => (
              <Item key={p.id} title={words.people.standings[p.standing]} detail={periodText(p.from, p.to, today)}
                end={<><State from={p.from} to={p.to} today={today} /><ButtonLink small to={paths.changeAccreditation(person.id, p.id)} label={t.changeAccreditationLabel(periodText(p.from, p.to, today))}>{t.changeAccreditation}</ButtonLink></>} />
            ))}
          </ItemList>
        )}
        <Actions><ButtonLink to={paths.accreditations(person.id)} icon="add">{t.addAccreditation}</ButtonLink></Actions>
      </Stack>
    </Card>
  );
}

function Supervisors({ person, supervisors, today, isReadOnly = false }: PersonPageProps) {
  return (
    <Card title={t.supervisorsTitle}>
      <Stack gap="small">
        {supervisors.length === 0 ? <p className="muted">{t.noSupervisors}</p> : (
          <ItemList>
            {supervisors.map((a) => (
              <Item key={a.id} title={isReadOnly ? a.supervisorName : <PersonLink id={a.supervisorId} name={a.supervisorName} />} detail={periodText(a.startsOn, a.endsOn, today)}
                end={<><State from={a.startsOn} to={a.endsOn} today={today} />{!isReadOnly && <End to={paths.endAssignment(person.id, a.id)} label={t.endAssignmentLabel(a.supervisorName)} />}</>} />
            ))}
          </ItemList>
        )}
        {!isReadOnly && <Actions><ButtonLink to={paths.assignments(person.id)} icon="add">{t.addSupervisor}</ButtonLink></Actions>}
      </Stack>
    </Card>
  );
}

function Trainees({ trainees, today }: PersonPageProps) {
  return (
    <Card title={t.traineesTitle}>
      <ItemList>
        {trainees.map((a) => (
          <Item key={a.id} title={<PersonLink id={a.traineeId} name={a.traineeName} />} detail={periodText(a.startsOn, a.endsOn, today)}
            end={<State from={a.startsOn} to={a.endsOn} today={today} />} />
        ))}
      </ItemList>
    </Card>
  );
}

function State({ from, to, today }: { readonly from: string; readonly to: string | null; readonly today: string }) {
  const state = periodState(from, to, today);
  return <Chip tone={state === "present" ? "good" : "plain"}>{words.people.states[state]}</Chip>;
}

function End({ to, label }: { readonly to: string; readonly label: string }) {
  return <ButtonLink small to={to} label={label}>{t.endRole}</ButtonLink>;
}
