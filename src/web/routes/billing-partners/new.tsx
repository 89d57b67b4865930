import { CreatePartner, type Partner } from "#modules/billing/contract/partners.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { Combobox } from "#web/ui/combobox.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Route } from "./+types/new.ts";
import { PartnerFields, partnerInput } from "./partner-form.tsx";

export const handle: RouteHandle = { crumb: "Add a partner" };

interface CustomerPage {
  items: { accountId: string; name: string }[];
}

export async function loader({ context }: Route.LoaderArgs) {
  const { items } = await context.get(pageContext).call<CustomerPage>("people.list_accounts", { limit: 200 });
  return { customers: items };
}

export async function action(args: Route.ActionArgs) {
  const { viewer } = args.context.get(pageContext);
  return submit<Partner>(args, "billing.create_partner", {
    schema: CreatePartner,
    map: (form) => partnerInput(form, viewer?.locale ?? "en"),
    onSuccess: ({ id }) => done(`/console/billing/partners/${id}`, "added"),
  });
}

export default function NewPartner({ loaderData: { customers }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Add a partner"
        lead="They get a link of their own. Who orders by it earns them something when they pay."
      />
      <Form state={actionData} className="max-w-form">
        <TextInput
          name="code"
          label="Code"
          hint="Stands in the link and stays as it is: letters, digits and hyphens."
          maxLength={40}
          autoComplete="off"
        />
        <Combobox
          name="accountId"
          label="Customer"
          hint="If the partner is one. They then see their earnings in their account."
          options={customers.map(({ accountId, name }) => ({ value: accountId, label: name }))}
          placeholder="Somebody from outside"
          optional
        />
        <PartnerFields />
        <div className="flex flex-wrap gap-2">
          <Button look="primary">Add the partner</Button>
          <LinkButton to="/console/billing/partners">Cancel</LinkButton>
        </div>
      </Form>
    </>
  );
}
