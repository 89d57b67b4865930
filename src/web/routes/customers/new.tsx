import { NewAccount, type OneAccount } from "#modules/people/contract/lists.ts";
import type { z } from "zod";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Route } from "./+types/new.ts";
import { AccountFields } from "./account-fields.tsx";
import { accountOptions } from "./account-options.ts";

export const handle: RouteHandle = { crumb: "Add a customer" };

export function loader({ context }: Route.LoaderArgs) {
  const { zone, viewer } = context.get(pageContext);
  return { options: accountOptions(), zone, locale: viewer?.locale };
}

export async function action(args: Route.ActionArgs) {
  return submit<z.output<typeof OneAccount>>(args, "people.create_account", {
    schema: NewAccount,
    onSuccess: ({ accountId }) => done(`/console/customers/${accountId}`, "opened"),
  });
}

export default function NewCustomer({ loaderData, actionData }: Route.ComponentProps) {
  const { options, zone, locale } = loaderData;
  return (
    <>
      <PageHeader
        title="Add a customer"
        lead="Nobody is told. Invite people afterwards, so that they can sign in."
      />
      <Form state={actionData} className="max-w-form">
        <AccountFields account={{ zone, locale }} {...options} />
        <Section title="Who it belongs to">
          <div className="space-y-5">
            <TextInput name="ownerName" label="Name of the owner" autoComplete="off" optional />
            <TextInput
              name="ownerEmail"
              type="email"
              label="E-mail address of the owner"
              hint="Somebody we know already stays who they are."
              autoComplete="off"
              optional
            />
            <TextInput
              name="externalId"
              label="Number in another system"
              hint="An import finds the customer by it again."
              autoComplete="off"
              optional
            />
          </div>
        </Section>
        <div className="flex flex-wrap gap-2">
          <Button look="primary">Add the customer</Button>
          <LinkButton to="/console/customers">Cancel</LinkButton>
        </div>
      </Form>
    </>
  );
}
