import type { z } from "zod";
import { PayStatement, type StatementDetail, StatementRef } from "#modules/billing/contract/partners.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { done, submit } from "#web/forms/submit.ts";
import { useFormat } from "#web/format/use-format.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { Button } from "#web/ui/button.tsx";
import { DateInput } from "#web/ui/date-input.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { Facts } from "#web/ui/facts.tsx";
import { Money } from "#web/ui/money.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Day } from "#web/ui/time.tsx";
import type { Route } from "./+types/statement.ts";
import { StatementState } from "./statement-state.tsx";

type Detail = z.output<typeof StatementDetail>;

export const handle: RouteHandle = {
  crumb: "Statement",
  notices: {
    drawn: "The statement is drawn up. Pay it by your bank and record it here.",
    paid: "The payment is recorded and in the books.",
    cancelled: "The statement is taken back. What it held can be stated again.",
  },
};

export async function loader({ context, params }: Route.LoaderArgs) {
  return {
    statement: await context.get(pageContext).call<Detail>("billing.get_commission_statement", params),
  };
}

const OPERATIONS = {
  pay: ["billing.pay_commission_statement", PayStatement, "paid"],
  cancel: ["billing.cancel_commission_statement", StatementRef, "cancelled"],
} as const;

export async function action(args: Route.ActionArgs) {
  const { statementId } = args.params;
  const intent = String((await args.request.clone().formData()).get("intent"));
  const [operation, schema, notice] = OPERATIONS[intent as keyof typeof OPERATIONS] ?? OPERATIONS.cancel;
  return submit(args, operation, {
    schema,
    map: (form) => ({ ...form, statementId }),
    onSuccess: () => done(`/console/billing/partners/statements/${statementId}`, notice),
  });
}

const columnsIn = (currency: string): readonly Column<Detail["lines"][number]>[] => [
  { key: "invoice", header: "Invoice", cell: (row) => row.invoiceNumber },
  { key: "buyer", header: "Customer", grow: true, cell: (row) => <span dir="auto">{row.buyerName}</span> },
  { key: "issued", header: "Issued", cell: (row) => <Day on={row.issuedOn} /> },
  {
    key: "amount",
    header: "Amount",
    align: "end",
    cell: (row) => <Money minor={row.amountMinor} currency={currency} />,
  },
];

function Settle({ state }: { state: FormState | undefined }) {
  const { today } = useFormat();
  return (
    <Section title="Pay it" note="Send the money by your bank first; this records and books it.">
      <Form state={state} intent="pay" className="max-w-form">
        <DateInput name="paidOn" label="Paid on" defaultValue={today} />
        <TextInput
          name="reference"
          label="Reference"
          hint="What the bank calls it."
          maxLength={140}
          optional
        />
        <Button look="primary">Record the payment</Button>
      </Form>
      <Disclosure summary="Take the statement back" open={state?.intent === "cancel"}>
        <Form state={state} intent="cancel">
          <Button look="danger">Take it back</Button>
        </Form>
      </Disclosure>
    </Section>
  );
}

export default function StatementPage({ loaderData: { statement }, actionData }: Route.ComponentProps) {
  const mayPay = usePermission("billing:money");
  return (
    <>
      <PageHeader
        title={
          <>
            Statement of <Day on={statement.drawnOn} />
          </>
        }
        lead={
          <>
            For{" "}
            <TextLink to={`/console/billing/partners/${statement.partnerId}`}>
              <span dir="auto">{statement.partnerName}</span>
            </TextLink>
          </>
        }
      />
      <div className="mb-8">
        <Facts
          facts={[
            { label: "Amount", value: <Money minor={statement.amountMinor} currency={statement.currency} /> },
            { label: "Standing", value: <StatementState status={statement.status} /> },
            { label: "Paid on", value: statement.paidOn ? <Day on={statement.paidOn} /> : "–" },
            { label: "Reference", value: statement.reference || "–" },
          ]}
        />
      </div>
      <Section title="What it holds">
        <DataTable
          caption="Earnings on this statement"
          columns={columnsIn(statement.currency)}
          rows={statement.lines}
          rowKey={(row) => row.commissionId}
          noun={["invoice", "invoices"]}
          csv={`/console/billing/partners/statements/${statement.id}/lines.csv`}
        />
      </Section>
      {mayPay && statement.status === "open" && <Settle state={actionData} />}
    </>
  );
}
