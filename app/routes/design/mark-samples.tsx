import { Avatar } from "#app/ui/avatar.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { CopyBox } from "#app/ui/copy-box.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorPage } from "#app/ui/error-page.tsx";
import { Icon, ICON_NAMES } from "#app/ui/icon.tsx";
import { Actions, Columns, Stack } from "#app/ui/layout.tsx";
import { Notice, RuleNote } from "#app/ui/notice.tsx";
import { ShowMore } from "#app/ui/show-more.tsx";

const HERE = "/design";

/** Buttons, chips, notices, dialog, empty state and the other small parts. */
export function MarkSamples() {
  return (
    <Stack gap="large">
      <Columns of="two">
        <Card title="Buttons">
          <Stack>
            <Actions><Button type="button">Primary</Button><Button type="button" look="quiet">Quiet</Button><Button type="button" look="danger" icon="void">Void</Button><Button type="button" disabled>Not now</Button></Actions>
            <Actions><Button type="button" small>Small</Button><Button type="button" look="quiet" small icon="change">Change</Button><Button type="button" look="quiet" pressed>Pressed</Button><ButtonLink to={HERE} icon="next">A link</ButtonLink></Actions>
            <Actions><Button type="button" wide>Wide: fills the row of a phone</Button></Actions>
            <Dialog title="Void this entry?" opener="Open a dialog" page={HERE}>
              <Stack><p>It stays in the log, struck out, with your reason. It no longer counts.</p><Actions><Button type="button" look="danger">Void it</Button></Actions></Stack>
            </Dialog>
          </Stack>
        </Card>
        <Card title="Chips" more={{ to: HERE, text: "A quiet link" }}>
          <Stack>
            <Actions><Chip tone="good" icon="check">counts</Chip><Chip tone="moment" icon="waiting">to confirm</Chip><Chip tone="alert">over six weeks</Chip><Chip tone="brand">in review</Chip><Chip>does not count yet</Chip></Actions>
            <Actions><Avatar initials="AR" /><span>Ailsa Rutherglen</span></Actions>
            <RuleNote>Supervision counts once the other side confirmed it.</RuleNote>
            <Disclosure summary="Why does one not count?"><p>It has no shared review yet.</p></Disclosure>
          </Stack>
        </Card>
      </Columns>
      <Notice kind="success" title="Saved">Cycle 3 with C-05 is in your log. It counts from today.</Notice>
      <Notice>Your supervisor’s accreditation ends on 31 January 2027.</Notice>
      <Notice kind="warning" title="Look at this again">“Joy” may be a name. Keep it if it is your supervisor’s; take it out if it is a client’s.</Notice>
      <Columns of="two">
        <Card title="Nothing yet"><EmptyState title="You have not logged a cycle yet" action={<ButtonLink to={HERE} look="primary">Log a cycle</ButtonLink>}>A cycle is one film and one shared review. Start with the film; the review can follow.</EmptyState></Card>
        <Card title="Shown once"><CopyBox label="Your recovery codes" hint="Each works once. Print them or write them down." lines={["k7wm-2qpd", "9xfa-h31c", "tt0e-vr8n", "3bzy-mm6j"]} /></Card>
      </Columns>
      <ShowMore to={HERE} text="Show 25 more" status="25 of 140 shown" />
      <Card title="Icons"><ul className="actions">{ICON_NAMES.map((name) => <li key={name}><Chip><Icon name={name} />{name}</Chip></li>)}</ul></Card>
      <Columns of="two"><Card><ErrorPage status={404} /></Card><Card><ErrorPage status={500} requestId="7h2k9q" /></Card></Columns>
    </Stack>
  );
}
