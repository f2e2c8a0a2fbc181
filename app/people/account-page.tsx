import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Item, ItemList } from "#app/ui/item-list.tsx";
import { Actions, Narrow, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import { roleName } from "./labels.ts";
import type { RoleGrant } from "./model.ts";

const t = words.people.account;

interface AccountPageProps {
  readonly name: string;
  readonly email: string;
  readonly grants: readonly (RoleGrant & { readonly programme: string })[];
  readonly secondFactor: { readonly isOn: boolean; readonly codesLeft: number; readonly isDemo: boolean };
  /** Whether they have a record of their own here, as a trainee or as one who was. */
  readonly hasRecord: boolean;
  readonly hasChangedPassword: boolean;
}

/** One's own account: who one is here, and how one signs in. */
export function AccountPage({ name, email, grants, secondFactor, hasRecord, hasChangedPassword }: AccountPageProps) {
  return (
    <Narrow>
      <PageHead title={t.title} />
      <Stack>
        {hasChangedPassword && <Notice kind="success">{t.passwordChanged}</Notice>}
        <Card>
          <Stack gap="small">
            <DescriptionList items={[{ term: t.name, value: name }, { term: t.email, value: email }]} />
            <Actions><ButtonLink to={paths.accountPassword()}>{t.changePassword}</ButtonLink></Actions>
          </Stack>
        </Card>
        <Card title={t.rolesTitle}>
          <ItemList>
            {grants.map((g) => <Item key={g.id} title={roleName(g)} detail={`${g.programme}, ${words.people.period(g.startsOn, g.endsOn)}`} />)}
          </ItemList>
        </Card>
        {(hasRecord || grants.some((g) => g.role === "trainee")) && (
          <Card title={words.seen.title}><Stack gap="small"><p>{words.seen.lead}</p><Actions><ButtonLink to={paths.seenOfMe()}>{words.seen.open}</ButtonLink></Actions></Stack></Card>
        )}
        {hasRecord && (
          <Card title={words.record.title}><Stack gap="small"><p>{words.record.lead}</p><Actions><ButtonLink to={paths.archive()} icon="export">{words.record.open}</ButtonLink><ButtonLink to={paths.reflections()}>{words.reflections.title}</ButtonLink></Actions></Stack></Card>
        )}
        <SecondFactor {...secondFactor} />
      </Stack>
    </Narrow>
  );
}

function SecondFactor({ isOn, codesLeft, isDemo }: AccountPageProps["secondFactor"]) {
  return (
    <Card title={t.secondFactor}>
      <Stack gap="small">
        <p>{isOn ? t.secondFactorOn(codesLeft) : t.secondFactorOff}</p>
        {isDemo && <p className="muted">{t.demo}</p>}
        <Actions>
          {isOn && <ButtonLink to={paths.accountRecoveryCodes()}>{t.newCodes}</ButtonLink>}
          {isOn ? <ButtonLink to={paths.accountSecondFactorRemove()}>{t.remove}</ButtonLink> : <ButtonLink to={paths.accountSecondFactor()}>{t.setUp}</ButtonLink>}
        </Actions>
      </Stack>
    </Card>
  );
}
