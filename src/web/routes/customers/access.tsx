import type { z } from "zod";
import type { ProductPage } from "#modules/billing/contract/catalogue.ts";
import { type EntitlementList, GrantEntitlement, GrantRef } from "#modules/billing/contract/entitlements.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button } from "#web/ui/button.tsx";
import { DateInput } from "#web/ui/date-input.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { Section } from "#web/ui/section.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Route } from "./+types/access.ts";
import { grantForm } from "./access-form.ts";
import { AccessList } from "./access-list.tsx";
import { readCustomer } from "./customer-detail.ts";
import { CustomerHeader } from "./customer-header.tsx";

export const handle: RouteHandle = {
  crumb: "Access",
  notices: {
    given: "It is given, from now on.",
    ended: "It is taken back.",
  },
};

interface Known {
  keys: string[];
  meters: string[];
}

const inOrder = (found: Iterable<string>): string[] => [...new Set(found)].toSorted();

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { accountId } = params;
  const [account, { items }, products] = await Promise.all([
    readCustomer(call, accountId),
    call<z.output<typeof EntitlementList>>("billing.list_entitlements", { accountId }),
    call<z.output<typeof ProductPage>>("billing.list_products", { limit: 100, standing: "all" }),
  ]);
  const sold = products.items.flatMap(({ offers }) => offers.flatMap(({ entitlements }) => entitlements));
  const known: Known = {
    keys: inOrder(sold.map(({ key }) => key)),
    meters: inOrder(sold.flatMap(({ meter }) => meter ?? [])),
  };
  return { account, items, known };
}

export async function action(args: Route.ActionArgs) {
  const { accountId } = args.params;
  const { zone } = args.context.get(pageContext);
  const intent = String((await args.request.clone().formData()).get("intent"));
  const back = (notice: string) => () => done(`/console/customers/${accountId}/access`, notice);
  if (intent.startsWith("end-"))
    return submit(args, "billing.end_grant", { schema: GrantRef, onSuccess: back("ended") });
  return submit(args, "billing.grant_entitlement", {
    schema: GrantEntitlement,
    map: (form) => grantForm(form, { accountId, zone }),
    onSuccess: back("given"),
  });
}

export default function Access({ loaderData: { account, items, known }, actionData }: Route.ComponentProps) {
  const maySell = usePermission("billing:sell") && account.mergedInto === null;
  return (
    <>
      <CustomerHeader account={account} />
      <div className="grid gap-x-8 gap-y-8 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0">
          <Section title="May use" note="What it bought, and what was given to it, at this moment.">
            <AccessList items={items} mayEnd={maySell} state={actionData} />
          </Section>
        </div>
        {maySell && (
          <div className="min-w-0">
            <Section title="Give something" note="Without a sale: a gift, a remedy, a test. It begins now.">
              <GiveForm known={known} state={actionData} />
            </Section>
          </div>
        )}
      </div>
    </>
  );
}

const options = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

function GiveForm({ known, state }: { known: Known; state: FormState | undefined }) {
  return (
    <Form state={state} intent="give">
      <TextInput
        name="key"
        label="What"
        hint="A key that an offer entitles to, such as studio.documents_per_month."
        list="known-keys"
        maxLength={120}
        className="font-mono text-13"
        autoComplete="off"
        spellCheck={false}
      />
      <datalist id="known-keys">
        {known.keys.map((key) => (
          <option key={key} value={key} />
        ))}
      </datalist>
      <NumberInput
        name="quantity"
        label="How much"
        hint="Empty: without limit, or simply yes. It adds to what is there."
        optional
      />
      {known.meters.length > 0 && (
        <Select
          name="meter"
          label="Counted by"
          hint="With a meter the quantity is new each period, and work stops when it is used up."
          options={options(known.meters)}
          emptyLabel="Not counted"
          optional
        />
      )}
      <DateInput name="lastDay" label="Last day" hint="Empty: until it is taken back." optional />
      <TextInput
        name="reason"
        label="Why"
        hint="Colleagues read it here."
        maxLength={300}
        autoComplete="off"
      />
      <Button icon="key-round">Give it</Button>
    </Form>
  );
}
