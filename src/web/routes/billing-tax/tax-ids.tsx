import type { z } from "zod";
import {
  CheckTaxId,
  ConfirmTaxId,
  type TaxIdCheckPage,
  type TaxIdCheckView,
} from "#modules/billing/contract/tax.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import { countryName, countryOptions } from "#web/format/countries.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import type { Column } from "#web/table/column.ts";
import { DataTable } from "#web/table/data-table.tsx";
import { readTableQuery } from "#web/table/table-query.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import { Section } from "#web/ui/section.tsx";
import { Select } from "#web/ui/select.tsx";
import { State } from "#web/ui/state.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/tax-ids.ts";
import { TaxTabs } from "./tax-tabs.tsx";
import { TAX_ID } from "./words.ts";

export const handle: RouteHandle = {
  crumb: "Tax ids",
  notices: {
    waiting: "The register is asked in the background. Reload in a minute.",
    known:
      "What is known of this id stands in the list. The register is not asked: it has answered today, it is not its country, or it is switched off.",
    malformed: "This cannot be a tax id of that country. Compare it with what the customer wrote.",
    confirmed: "What you found out is written down and counts from now on.",
  },
};

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = readTableQuery(request.url);
  const page = await context
    .get(pageContext)
    .call<z.output<typeof TaxIdCheckPage>>("billing.list_tax_id_checks", {
      text: query.q.slice(0, 40),
      cursor: query.cursor ?? undefined,
    });
  return { query, ...page };
}

interface Checked {
  number: string;
  status: keyof typeof TAX_ID;
  isWaiting: boolean;
}

function noticeOf({ status, isWaiting }: Checked): string {
  if (isWaiting) return "waiting";
  return status === "invalid" ? "malformed" : "known";
}

const pageOf = (number: string) => `/console/billing/taxes/tax-ids?q=${encodeURIComponent(number)}`;

export async function action(args: Route.ActionArgs) {
  const intent = (await args.request.clone().formData()).get("intent");
  if (intent === "check")
    return submit<Checked>(args, "billing.check_tax_id", {
      schema: CheckTaxId,
      onSuccess: (checked) => done(pageOf(checked.number), noticeOf(checked)),
    });
  return submit<Checked>(args, "billing.confirm_tax_id", {
    schema: ConfirmTaxId,
    onSuccess: ({ number }) => done(pageOf(number), "confirmed"),
  });
}

const SOURCES = { format: "Check digits", vies: "VIES", staff: "A person" } as const;

const columns: readonly Column<TaxIdCheckView>[] = [
  {
    key: "number",
    header: "Tax id",
    cell: ({ number }) => <span className="font-mono text-13">{number}</span>,
  },
  {
    key: "country",
    header: "Country",
    cell: ({ country }) => <span suppressHydrationWarning>{countryName(country)}</span>,
  },
  {
    key: "result",
    header: "Result",
    cell: ({ result }) => <State kind={TAX_ID[result][0]}>{TAX_ID[result][1]}</State>,
  },
  { key: "source", header: "Said by", cell: ({ source }) => SOURCES[source] },
  {
    key: "proof",
    header: "Proof",
    grow: true,
    cell: ({ consultation }) =>
      consultation ? <span dir="auto">{consultation}</span> : <span className="text-muted">None</span>,
  },
  { key: "at", header: "Checked", cell: ({ checkedAt }) => <Moment at={checkedAt} /> },
];

function Fields() {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextInput name="taxId" label="Tax id" autoComplete="off" />
      <Select name="country" label="Country of the customer" options={countryOptions()} emptyLabel="Choose" />
    </div>
  );
}

function Forms({ state }: { state: Route.ComponentProps["actionData"] }) {
  const mayConfirm = usePermission("billing:money");
  return (
    <div className="mt-8 grid gap-8 lg:grid-cols-2">
      <Section
        title="Check a tax id"
        note="By its check digits at once, and by the register where settings ask it."
      >
        <Form state={state} intent="check">
          <Fields />
          <Button>Check it</Button>
        </Form>
      </Section>
      {mayConfirm && (
        <Section
          title="Confirm one yourself"
          note="When the register is silent and you know from elsewhere. It counts for a year."
        >
          <Form state={state} intent="confirm">
            <Fields />
            <RadioGroup
              name="isValid"
              legend="It is"
              inline
              choices={[
                { value: "true", label: "Valid" },
                { value: "false", label: "Not valid" },
              ]}
              defaultValue="true"
            />
            <TextInput name="proof" label="Proof" hint="Such as the number of the authority’s confirmation" />
            <Button>Write it down</Button>
          </Form>
        </Section>
      )}
    </div>
  );
}

export default function TaxIds({ loaderData, actionData }: Route.ComponentProps) {
  const { query, items, nextCursor } = loaderData;
  const mayCheck = usePermission("billing:sell");
  return (
    <>
      <PageHeader
        title="Tax ids"
        lead="What was found out about customers’ tax ids. A confirmed one of another member state leaves the tax to the customer."
      />
      <TaxTabs />
      <DataTable
        caption="Checks of tax ids"
        columns={columns}
        rows={items}
        rowKey={({ id }) => id}
        query={query}
        search="Part of a tax id"
        page={{ next: nextCursor }}
        noun={["check", "checks"]}
        empty={
          <EmptyState
            icon="badge-check"
            title="No tax id was checked yet"
            text="Ids that customers enter at checkout are checked by themselves once the register is switched on under Registrations."
          />
        }
      />
      {mayCheck && <Forms state={actionData} />}
    </>
  );
}
