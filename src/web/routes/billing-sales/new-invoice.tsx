import { DraftInvoice, type IssuedRef } from "#modules/billing/contract/invoices.ts";
import type { z } from "zod";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { typedMinor } from "#web/forms/typed-money.ts";
import { done, submit } from "#web/forms/submit.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Combobox } from "#web/ui/combobox.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Route } from "./+types/new-invoice.ts";

export const handle: RouteHandle = { crumb: "Write an invoice" };

/** How many lines the form has room for; what stays empty is left out. */
const LINES = 5;

interface CustomerPage {
  items: { accountId: string; name: string; currency: string }[];
}

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { items } = await call<CustomerPage>("people.list_accounts", { limit: 200 });
  return { customers: items, chosen: new URL(request.url).searchParams.get("account") };
}

interface TypedLine {
  description?: string;
  quantity?: string;
  unitMinor?: string;
}

export async function action(args: Route.ActionArgs) {
  const { viewer } = args.context.get(pageContext);
  return submit<z.output<typeof IssuedRef>>(args, "billing.send_invoice", {
    schema: DraftInvoice,
    map: (form) => ({
      ...form,
      lines: ((form.lines ?? []) as TypedLine[])
        .filter((line) => line.description?.trim())
        .map((line) => ({
          description: line.description ?? "",
          quantity: line.quantity ?? "",
          unitMinor: typedMinor(line.unitMinor, String(form.currency), viewer?.locale ?? "en"),
        })),
    }),
    onSuccess: ({ invoiceId }) => done(`/console/billing/invoices/${invoiceId}`, "issued"),
  });
}

function Line({ index }: { index: number }) {
  const name = (field: string) => `lines[${index}].${field}`;
  const isFirst = index === 0;
  return (
    <div className="grid gap-x-4 gap-y-3 sm:grid-cols-[3fr_1fr_1fr]">
      <TextInput
        name={name("description")}
        label={isFirst ? "What for" : `Line ${index + 1}, what for`}
        labelHidden={!isFirst}
        optional={!isFirst}
      />
      <NumberInput
        name={name("quantity")}
        label={isFirst ? "Quantity" : `Line ${index + 1}, quantity`}
        labelHidden={!isFirst}
        defaultValue="1"
        optional={!isFirst}
      />
      <NumberInput
        name={name("unitMinor")}
        label={isFirst ? "Price of one, net" : `Line ${index + 1}, price of one`}
        labelHidden={!isFirst}
        optional={!isFirst}
      />
    </div>
  );
}

export default function NewInvoice({ loaderData: { customers, chosen }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Write an invoice"
        lead="For work such as consulting. It is issued at once, with its number, and can then only be corrected."
      />
      <Form state={actionData}>
        <Section title="Who it is for">
          <Card>
            <div className="grid gap-4 sm:grid-cols-2">
              <Combobox
                name="accountId"
                label="Customer"
                options={customers.map(({ accountId, name }) => ({ value: accountId, label: name }))}
                defaultValue={chosen ?? undefined}
                placeholder="Type a name"
              />
              <TextInput
                name="currency"
                label="Currency"
                defaultValue="USD"
                maxLength={3}
                hint="Three letters"
              />
            </div>
          </Card>
        </Section>
        <Section title="Lines" note="Amounts without tax. What stays empty is left out.">
          <Card>
            <div className="grid gap-4">
              {Array.from({ length: LINES }, (_, index) => (
                // biome-ignore lint: the places of a form do not move
                <Line key={index} index={index} />
              ))}
            </div>
          </Card>
        </Section>
        <Section title="Terms">
          <Card>
            <div className="grid gap-4">
              <NumberInput name="dueInDays" label="Days to pay" defaultValue="14" unit="days" />
              <TextArea name="note" label="Note on the invoice" rows={2} optional />
            </div>
          </Card>
        </Section>
        <Button look="primary">Issue the invoice</Button>
      </Form>
    </>
  );
}
