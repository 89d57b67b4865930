import { z } from "zod";
import type { BadgeKeys } from "#modules/academy/contract/badges.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { CopyField } from "#web/ui/copy-field.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { State } from "#web/ui/state.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/keys.ts";

type Key = BadgeKeys["keys"][number];

export const handle: RouteHandle = {
  crumb: "Keys of badges",
  notices: { rotated: "New badges are signed with the new key. What the old one signed holds." },
};

export async function loader({ context }: Route.LoaderArgs) {
  return context.get(pageContext).call<BadgeKeys>("academy.list_badge_keys");
}

export const action = (args: Route.ActionArgs) =>
  submit(args, "academy.rotate_badge_key", {
    schema: z.object({}),
    onSuccess: () => done("/console/academy/certificates/keys", "rotated"),
  });

const columns: readonly Column<Key>[] = [
  {
    key: "key",
    header: "Public key",
    grow: true,
    cell: (row) => <span className="font-mono text-12 wrap-anywhere">{row.publicKeyMultibase}</span>,
  },
  {
    key: "state",
    header: "State",
    cell: (row) =>
      row.retiredAt ? <State kind="closed">Checks old badges</State> : <State kind="met">Signs</State>,
  },
  { key: "created", header: "Made", cell: (row) => <Moment at={row.createdAt} /> },
];

export default function Keys({ loaderData: { issuer, keys }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Keys of badges"
        lead="Badges are signed with the newest key. Older ones stay published, so that what they signed can be checked."
      />
      <div className="space-y-8">
        <Card>
          <CopyField
            label="Issuer"
            value={issuer}
            hint="Made of the public address of this installation. Under another address it is another issuer, with keys of its own."
          />
        </Card>
        <DataTable
          caption="Keys"
          columns={columns}
          rows={keys}
          rowKey={(row) => row.keyId}
          noun={["key", "keys"]}
          empty={
            <EmptyState
              icon="key-round"
              title="No key yet"
              text="The first one is made when the first badge is signed."
            />
          }
        />
        <Section
          title="Use a new key"
          note="Do this when somebody who could read the house’s secret left, or every year or two."
        >
          <Form state={actionData}>
            <Button>Make a new key</Button>
          </Form>
        </Section>
      </div>
    </>
  );
}
