import { ChangeMyAccount } from "#modules/people/contract/portal.ts";
import { countryOptions } from "#web/format/countries.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import { addressRules } from "#web/routes/shop/address-rules.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button } from "#web/ui/button.tsx";
import { Combobox } from "#web/ui/combobox.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Route } from "./+types/billing-details.ts";
import { type Account, needAccount, portalContext, portalPath } from "./portal-context.ts";
import { SettingsTabs } from "./settings-tabs.tsx";

export const handle: RouteHandle = { crumb: "Billing details", notices: { saved: "The details are saved." } };

export async function loader({ context }: Route.LoaderArgs) {
  return { account: needAccount(context.get(portalContext)), countries: countryOptions("en") };
}

export async function action(args: Route.ActionArgs) {
  const portal = args.context.get(portalContext);
  const { accountId } = needAccount(portal);
  return submit(args, "people.update_my_account", {
    schema: ChangeMyAccount,
    map: (form) => ({ ...form, accountId }),
    onSuccess: () => done(portalPath(portal, "/account/billing"), "saved"),
  });
}

const KINDS = [
  { value: "individual", label: "A person" },
  { value: "organisation", label: "A company or organisation" },
];

export default function BillingDetails({
  loaderData: { account, countries },
  actionData,
}: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Settings"
        lead="How invoices are made out from now on. Those that were issued stay as they are."
      />
      <SettingsTabs />
      <Form
        state={actionData}
        className="max-w-[560px] space-y-5"
        names={{ line1: "Street and number", line2: "Second line", billingEmail: "E-mail for invoices" }}
      >
        <input type="hidden" name="version" value={account.version} />
        <RadioGroup name="kind" legend="Who it is" choices={KINDS} defaultValue={account.kind} inline />
        <TextInput
          name="name"
          label="Name"
          defaultValue={account.name}
          dir="auto"
          autoComplete="organization"
        />
        <TextInput
          name="billingEmail"
          type="email"
          label="E-mail for invoices"
          hint="Left empty: they go to the owner."
          optional
          defaultValue={account.billingEmail ?? ""}
        />
        <TextInput
          name="taxId"
          label={addressRules(account.country ?? "").taxId}
          optional
          defaultValue={account.taxId ?? ""}
        />
        <Address account={account} countries={countries} />
        <Button look="primary">Save the details</Button>
      </Form>
    </>
  );
}

function Address({
  account,
  countries,
}: {
  account: Account;
  countries: { value: string; label: string }[];
}) {
  return (
    <>
      <Combobox name="country" label="Country" options={countries} defaultValue={account.country ?? ""} />
      <TextInput
        name="line1"
        label="Street and number"
        defaultValue={account.line1}
        dir="auto"
        required={false}
      />
      <TextInput name="line2" label="Second line" optional defaultValue={account.line2} dir="auto" />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextInput name="postcode" label="Postcode" defaultValue={account.postcode} required={false} />
        <TextInput name="city" label="Town or city" defaultValue={account.city} dir="auto" required={false} />
      </div>
      <TextInput name="region" label="State or province" optional defaultValue={account.region} />
    </>
  );
}
