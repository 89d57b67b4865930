import { useActionData } from "react-router";
import type { z } from "zod";
import { ReviewTax, type TaxReviewPage, type TaxReviewView } from "#modules/billing/contract/tax.ts";
import { pageContext } from "#web/context.ts";
import type { FormState } from "#web/forms/form-state.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import { countryName } from "#web/format/countries.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { readTableQuery } from "#web/table/table-query.ts";
import { Button } from "#web/ui/button.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Money } from "#web/ui/money.tsx";
import { NameLink } from "#web/ui/name-link.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { Day, Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/reviews.ts";
import { TaxTabs } from "./tax-tabs.tsx";
import { FLAGS, placeName, TAX_ID } from "./words.ts";

type Page = z.output<typeof TaxReviewPage>;

export const handle: RouteHandle = {
  crumb: "Doubtful",
  notices: { reviewed: "What you found is kept with the invoice." },
};

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = readTableQuery(request.url);
  const view = new URL(request.url).searchParams.get("view");
  const page = await context.get(pageContext).call<Page>("billing.list_tax_reviews", {
    group: view === "thin" ? "thin" : "contradictions",
    state: view === "reviewed" ? "reviewed" : "open",
    cursor: query.cursor ?? undefined,
  });
  return { query, view, ...page };
}

export async function action(args: Route.ActionArgs) {
  return submit(args, "billing.review_tax", {
    schema: ReviewTax,
    onSuccess: () => done(PATH, "reviewed"),
  });
}

const SIGNALS: Record<string, string> = {
  billing_address: "Address",
  client_address: "Network",
  tax_id: "Tax id",
  payment: "Payment",
};

function Why({ row }: { row: TaxReviewView }) {
  return (
    <div className="min-w-0 whitespace-normal">
      <ul className="space-y-0.5">
        {row.flags.map((flag) => (
          <li key={flag}>{FLAGS[flag]}</li>
        ))}
      </ul>
      <p className="text-12 text-muted">
        Taxed as {placeName(row.territory)}.{" "}
        {row.signals
          .map(({ kind, country }) => `${SIGNALS[kind] ?? kind}: ${countryName(country)}`)
          .join(", ")}
        {row.taxId && `, ${row.taxId.number}: ${TAX_ID[row.taxId.status][1].toLowerCase()}`}
      </p>
      {row.note && (
        <p className="mt-1 text-13" dir="auto">
          {row.note}{" "}
          {row.reviewedAt && (
            <span className="text-muted">
              (<Moment at={row.reviewedAt} />)
            </span>
          )}
        </p>
      )}
    </div>
  );
}

function Review({ row }: { row: TaxReviewView }) {
  const state = useActionData<FormState>();
  return (
    <Disclosure summary="Say what you found" open={state?.intent === row.invoiceId}>
      <Form state={state} intent={row.invoiceId} className="min-w-60 space-y-3 text-start">
        <input type="hidden" name="invoiceId" value={row.invoiceId} />
        <TextInput name="note" label="What you found" />
        <Button size="small">Keep it</Button>
      </Form>
    </Disclosure>
  );
}

const columns: readonly Column<TaxReviewView>[] = [
  {
    key: "invoice",
    header: "Invoice",
    cell: (row) => <NameLink to={`/console/billing/invoices/${row.invoiceId}`}>{row.fullNumber}</NameLink>,
  },
  { key: "on", header: "Issued", cell: (row) => <Day on={row.issuedOn} /> },
  { key: "why", header: "What is doubtful", grow: true, cell: (row) => <Why row={row} /> },
  {
    key: "tax",
    header: "Tax",
    align: "end",
    cell: (row) => <Money minor={row.taxMinor} currency={row.currency} />,
  },
];

const review: Column<TaxReviewView> = {
  key: "review",
  header: "Action",
  align: "end",
  cell: (row) => <Review row={row} />,
};

const PATH = "/console/billing/taxes/reviews";
const views = [
  { label: "To look at", to: PATH },
  { label: "Looked at", to: `${PATH}?view=reviewed` },
  { label: "One piece of evidence", to: `${PATH}?view=thin` },
];

export default function Reviews({ loaderData }: Route.ComponentProps) {
  const { query, view, items, nextCursor } = loaderData;
  const mayReview = usePermission("billing:money") && view !== "reviewed";
  return (
    <>
      <PageHeader
        title="Doubtful tax"
        lead="Invoices whose evidence contradicts itself, or where something was missing on the day. An invoice stays as it is; wrong tax is put right by a credit note and a new invoice."
      />
      <TaxTabs />
      <Tabs label="Which invoices" tabs={views} />
      <DataTable
        caption="Invoices with doubtful tax"
        columns={mayReview ? [...columns, review] : columns}
        rows={items}
        rowKey={(row) => row.invoiceId}
        query={query}
        page={{ next: nextCursor }}
        noun={["invoice", "invoices"]}
        empty={
          <EmptyState
            icon="circle-check"
            title="Nothing is doubtful"
            text="Invoices appear here when evidence of a customer’s place or tax id contradicts itself."
          />
        }
      />
    </>
  );
}
