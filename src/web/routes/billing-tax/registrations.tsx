import type { z } from "zod";
import { SellerSettings } from "#modules/billing/contract/seller.ts";
import type { SellerView } from "#modules/billing/contract/tax.ts";
import { pageContext } from "#web/context.ts";
import type { RawForm } from "#web/forms/raw-form.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button } from "#web/ui/button.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import type { Route } from "./+types/registrations.ts";
import { BankFields, CompanyFields, RegistrationFields, TaxIdFields } from "./registration-fields.tsx";
import { readRegistrations } from "./read-registrations.ts";
import { SellerProblems } from "./seller-problems.tsx";
import { TaxTabs } from "./tax-tabs.tsx";

export const handle: RouteHandle = {
  crumb: "Registrations",
  notices: { saved: "Saved. It counts for invoices from now on." },
};

export async function loader({ context }: Route.LoaderArgs) {
  return context.get(pageContext).call<z.output<typeof SellerView>>("billing.get_seller", {});
}

export async function action(args: Route.ActionArgs) {
  const { seller } = await args.context
    .get(pageContext)
    .call<z.output<typeof SellerView>>("billing.get_seller", {});
  return submit(args, "billing.update_seller", {
    schema: SellerSettings,
    map: (form: RawForm) => ({ ...readRegistrations(form), viesUrl: seller.viesUrl }),
    onSuccess: () => done("/console/billing/taxes/registrations", "saved"),
  });
}

export default function Registrations({
  loaderData: { seller, problems },
  actionData,
}: Route.ComponentProps) {
  const mayEdit = usePermission("billing:money");
  return (
    <>
      <PageHeader
        title="Who sells, and where it is registered"
        lead="Stands on invoices and decides which tax is charged. Invoices that are issued keep what stood here on their day."
      />
      <TaxTabs />
      <SellerProblems problems={problems} isHere />
      {!mayEdit && <Notice>People with the role finance, admin or owner can change this.</Notice>}
      <Form state={actionData} className="max-w-form">
        <fieldset disabled={!mayEdit} className="space-y-8">
          <CompanyFields seller={seller} />
          <RegistrationFields seller={seller} />
          <TaxIdFields seller={seller} />
          <BankFields seller={seller} />
          {mayEdit && <Button look="primary">Save</Button>}
        </fieldset>
      </Form>
    </>
  );
}
