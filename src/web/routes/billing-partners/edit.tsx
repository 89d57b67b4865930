import { type Partner, UpdatePartner } from "#modules/billing/contract/partners.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Switch } from "#web/ui/switch.tsx";
import type { Route } from "./+types/edit.ts";
import { PartnerFields, partnerInput } from "./partner-form.tsx";

export const handle: RouteHandle = { crumb: "Change" };

export async function loader({ context, params }: Route.LoaderArgs) {
  return { partner: await context.get(pageContext).call<Partner>("billing.get_partner", params) };
}

export async function action(args: Route.ActionArgs) {
  const { viewer } = args.context.get(pageContext);
  const { partnerId } = args.params;
  return submit(args, "billing.update_partner", {
    schema: UpdatePartner,
    map: (form) => ({ ...partnerInput(form, viewer?.locale ?? "en"), partnerId }),
    onSuccess: () => done(`/console/billing/partners/${partnerId}`, "changed"),
  });
}

export default function EditPartner({ loaderData: { partner }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title={<span dir="auto">{partner.name}</span>}
        lead="New terms count for invoices that are first paid from now on."
      />
      <Form state={actionData} className="max-w-form">
        <PartnerFields partner={partner} />
        <Switch
          name="isActive"
          label="The link is active"
          hint="Switched off it brings no new orders; what it brought goes on earning."
          defaultChecked={partner.isActive}
        />
        <div className="flex flex-wrap gap-2">
          <Button look="primary">Keep the changes</Button>
          <LinkButton to={`/console/billing/partners/${partner.id}`}>Cancel</LinkButton>
        </div>
      </Form>
    </>
  );
}
