import type { z } from "zod";
import { readMoney } from "#kernel/browser/read-money.ts";
import { type FxRate, type FxRates, RecordRate } from "#modules/billing/contract/revenue.ts";
import { pageContext } from "#web/context.ts";
import type { FormState } from "#web/forms/form-state.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import { useFormat } from "#web/format/use-format.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { Button } from "#web/ui/button.tsx";
import { DateInput } from "#web/ui/date-input.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { Day } from "#web/ui/time.tsx";
import type { Route } from "./+types/rates.ts";
import { RevenueTabs } from "./revenue-tabs.tsx";

type Rate = z.output<typeof FxRate>;

/** Digits of a rate after the point. */
const DIGITS = 6;

export const handle: RouteHandle = {
  crumb: "Exchange rates",
  notices: { recorded: "The rate is recorded. It counts from its day on, until the next one." },
};

export async function loader({ context }: Route.LoaderArgs) {
  return context.get(pageContext).call<z.output<typeof FxRates>>("billing.list_rates", {});
}

export async function action(args: Route.ActionArgs) {
  const locale = args.context.get(pageContext).viewer?.locale ?? "en";
  return submit(args, "billing.record_rate", {
    schema: RecordRate,
    map: (form) => {
      const typed = typeof form.ratePpm === "string" ? form.ratePpm.trim() : "";
      // What cannot be read is no number, so that the schema asks for one.
      const ppm = typed === "" ? "" : (readMoney(typed, { locale, digits: DIGITS }) ?? "unreadable");
      return {
        ...form,
        fromCurrency: String(form.fromCurrency ?? "").toUpperCase(),
        ratePpm: String(ppm),
      };
    },
    onSuccess: () => done("/console/billing/revenue/exchange-rates", "recorded"),
  });
}

function Worth({ rate }: { rate: Rate }) {
  const { locale } = useFormat();
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: DIGITS });
  return (
    <span className="whitespace-nowrap tabular-nums">
      {format.format(rate.ratePpm / 10 ** DIGITS)} {rate.toCurrency}
    </span>
  );
}

const columns: readonly Column<Rate>[] = [
  { key: "from", header: "One unit of", cell: ({ fromCurrency }) => fromCurrency },
  { key: "worth", header: "Is worth", align: "end", cell: (rate) => <Worth rate={rate} /> },
  { key: "on", header: "From", cell: ({ on }) => <Day on={on} /> },
  { key: "source", header: "Source", grow: true, cell: ({ source }) => <span dir="auto">{source}</span> },
];

function AddRate({ currency, state }: { currency: string; state: FormState | undefined }) {
  return (
    <Form state={state} className="max-w-form">
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <TextInput name="fromCurrency" label="Currency" hint="Such as EUR" maxLength={3} />
        <NumberInput name="ratePpm" label="One unit is worth" unit={currency} />
        <DateInput name="on" label="From" />
        <TextInput name="source" label="Source" hint="Such as the European Central Bank" />
      </div>
      <Button look="primary">Record the rate</Button>
    </Form>
  );
}

export default function ExchangeRates({ loaderData, actionData }: Route.ComponentProps) {
  const { currency, rates } = loaderData;
  const mayRecord = usePermission("billing:money");
  return (
    <>
      <PageHeader
        title="Exchange rates"
        lead={`What other currencies are worth in ${currency}. Recurring revenue keeps the rate of the day its customer came, so that exchange never looks like growth; payments take the rate of their day.`}
      />
      <RevenueTabs />
      <DataTable
        caption="Exchange rates"
        columns={columns}
        rows={rates}
        rowKey={(rate) => `${rate.fromCurrency} ${rate.toCurrency} ${rate.on}`}
        compact
        empty={
          <EmptyState
            icon="receipt"
            title="No rate recorded yet"
            text={`You need one for each currency you sell in besides ${currency}.`}
          />
        }
      />
      {mayRecord && (
        <Section title="Record a rate" note="A rate of the same day gives way to the new one.">
          <AddRate currency={currency} state={actionData} />
        </Section>
      )}
    </>
  );
}
