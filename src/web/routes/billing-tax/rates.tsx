import { AddTaxRate, TaxRateRef, type TaxRateView } from "#modules/billing/contract/tax.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import { typedPpm } from "#web/forms/typed-money.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { State } from "#web/ui/state.tsx";
import { Day } from "#web/ui/time.tsx";
import type { Route } from "./+types/rates.ts";
import { AddRate } from "./add-rate.tsx";
import { Percent } from "./percent.tsx";
import { loadRates, readRatesQuery } from "./rates-query.ts";
import { TaxTabs } from "./tax-tabs.tsx";
import { placeName } from "./words.ts";

export const handle: RouteHandle = {
  crumb: "Rates",
  notices: {
    added: "The rate is added. It counts for invoices from its day on.",
    late: "The rate is added. Invoices were issued since its day under the rate before; look at them with your accountant.",
    withdrawn: "The rate is taken back. It never counted.",
  },
};

export async function loader({ context, request }: Route.LoaderArgs) {
  const { query, all } = readRatesQuery(request.url);
  return { query, all, items: await loadRates(context.get(pageContext).call, { q: query.q, all }) };
}

export async function action(args: Route.ActionArgs) {
  const page = "/console/billing/taxes/rates";
  const intent = (await args.request.clone().formData()).get("intent");
  if (intent === "withdraw")
    return submit(args, "billing.withdraw_tax_rate", {
      schema: TaxRateRef,
      onSuccess: () => done(page, "withdrawn"),
    });
  const locale = args.context.get(pageContext).viewer?.locale ?? "en";
  return submit<{ invoicesSince: number }>(args, "billing.add_tax_rate", {
    schema: AddTaxRate,
    map: (form) => ({
      ...form,
      ratePpm: typedPpm(form.ratePpm, locale),
      // An unticked box is not sent at all, and these are on unless somebody says otherwise.
      taxesDigital: form.taxesDigital ? "on" : "false",
      taxesServices: form.taxesServices ? "on" : "false",
    }),
    onSuccess: ({ invoicesSince }) => done(page, invoicesSince > 0 ? "late" : "added"),
  });
}

function Standing({ rate }: { rate: TaxRateView }) {
  if (rate.isCurrent) return <State kind="met">In force</State>;
  return rate.validUntil ? <State kind="closed">Past</State> : <State kind="waiting">To come</State>;
}

function Withdraw({ rate }: { rate: TaxRateView }) {
  return (
    <Form intent="withdraw" className="flex justify-end">
      <input type="hidden" name="rateId" value={rate.id ?? ""} />
      <Button size="small">
        Take back
        <span className="sr-only">
          {" "}
          the rate of {placeName(rate.jurisdiction)} from {rate.validFrom}
        </span>
      </Button>
    </Form>
  );
}

const columns: readonly Column<TaxRateView>[] = [
  {
    key: "place",
    header: "Place",
    grow: true,
    cell: ({ jurisdiction }) => <span className="font-medium">{placeName(jurisdiction)}</span>,
  },
  { key: "rate", header: "Rate", align: "end", cell: (rate) => <Percent ppm={rate.ratePpm} /> },
  { key: "standing", header: "Standing", cell: (rate) => <Standing rate={rate} /> },
  { key: "from", header: "From", cell: (rate) => <Day on={rate.validFrom} /> },
  {
    key: "until",
    header: "Until before",
    hiddenOnPhone: true,
    cell: (rate) =>
      rate.validUntil ? <Day on={rate.validUntil} /> : <span className="text-muted">Open</span>,
  },
  {
    key: "what",
    header: "Taxes",
    hiddenOnPhone: true,
    cell: ({ taxesDigital, taxesServices }) =>
      [taxesDigital && "Digital", taxesServices && "Services"].filter(Boolean).join(", ") || (
        <span className="text-muted">Neither</span>
      ),
  },
  {
    key: "source",
    header: "Source",
    hiddenOnPhone: true,
    cell: (rate) => <span dir="auto">{rate.source}</span>,
  },
];

const withdrawal: Column<TaxRateView> = {
  key: "withdraw",
  header: "Action",
  align: "end",
  cell: (rate) => (rate.canWithdraw ? <Withdraw rate={rate} /> : null),
};

export default function Rates({ loaderData: { query, all, items }, actionData }: Route.ComponentProps) {
  const mayAdd = usePermission("billing:money");
  const canWithdrawAny = mayAdd && items.some(({ canWithdraw }) => canWithdraw);
  return (
    <>
      <PageHeader
        title="Rates of tax"
        lead="Each rate counts from its day until the next one begins. Rates of US states are a table to start from, without counties and cities: have an accountant look at a state before you collect there."
        actions={
          <LinkButton to={all ? "/console/billing/taxes/rates" : "/console/billing/taxes/rates?show=all"}>
            {all ? "Hide past rates" : "Show past rates"}
          </LinkButton>
        }
      />
      <TaxTabs />
      <DataTable
        caption="Rates of tax"
        columns={canWithdrawAny ? [...columns, withdrawal] : columns}
        rows={items}
        rowKey={(rate) => `${rate.jurisdiction} ${rate.validFrom}`}
        query={query}
        search="Country or state, such as FR or US-NY"
        page={{ next: null, total: items.length }}
        noun={["rate", "rates"]}
        csv={`/console/billing/taxes/rates.csv${all ? "?show=all" : ""}`}
        compact
      />
      {mayAdd && (
        <Section
          title="Add a rate"
          note="From its day on it counts for new invoices. What was issued before stays as it is."
        >
          <AddRate state={actionData} />
        </Section>
      )}
    </>
  );
}
