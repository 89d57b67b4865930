import type { z } from "zod";
import {
  type BankLine,
  BankLineRef,
  IgnoreBankLine,
  MatchBankLine,
} from "#modules/billing/contract/bank-statements.ts";
import type { InvoicePage } from "#modules/billing/contract/invoices.ts";
import { pageContext } from "#web/context.ts";
import { done, submit } from "#web/forms/submit.ts";
import { useFormat } from "#web/format/use-format.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { readTableQuery } from "#web/table/table-query.ts";
import { Card } from "#web/ui/card.tsx";
import { KeyValue } from "#web/ui/key-value.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Day, Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/bank-line.ts";
import { ChooseInvoice } from "./choose-invoice.tsx";
import { LineActions } from "./line-actions.tsx";
import { LineState } from "./standing.tsx";

type Line = z.output<typeof BankLine>;
type Invoices = z.output<typeof InvoicePage>;

export const handle: RouteHandle = {
  crumb: ({ line }: { line: Line }) => line.payerName || "Bank line",
  notices: { unmatched: "The match is taken back.", waits: "The line waits again." },
};

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const line = await call<Line>("billing.get_bank_line", params);
  const query = readTableQuery(request.url);
  const waits = line.amountMinor > 0 && line.status !== "matched" && line.status !== "ignored";
  const found =
    waits && query.q !== ""
      ? await call<Invoices>("billing.list_invoices", {
          text: query.q.slice(0, 120),
          status: "open",
          limit: 20,
        })
      : null;
  return { line, waits, q: query.q, found: found?.items ?? null };
}

const here = (bankLineId: string) => `/console/billing/payments/lines/${bankLineId}`;

export async function action(args: Route.ActionArgs) {
  const { bankLineId } = args.params;
  const intent = String((await args.request.clone().formData()).get("intent"));
  const map = (form: object) => ({ ...form, bankLineId });
  if (intent === "unmatch")
    return submit(args, "billing.unmatch_bank_line", {
      schema: BankLineRef,
      map,
      onSuccess: () => done(here(bankLineId), "unmatched"),
    });
  if (intent === "ignore")
    return submit(args, "billing.ignore_bank_line", {
      schema: IgnoreBankLine,
      map,
      onSuccess: () => done("/console/billing/payments/to-match", "ignored"),
    });
  return submit<{ paymentId: string }>(args, "billing.match_bank_line", {
    schema: MatchBankLine,
    map,
    onSuccess: ({ paymentId }) => done(`/console/billing/payments/${paymentId}`, "matched"),
  });
}

function LineFacts({ line }: { line: Line }) {
  return (
    <Card>
      <KeyValue
        pairs={[
          { label: "Booked", value: <Day on={line.bookedOn} /> },
          { label: "Payer", value: line.payerName && <span dir="auto">{line.payerName}</span> },
          {
            label: "Payer's account",
            value: line.payerIban && <span className="font-mono text-13 break-all">{line.payerIban}</span>,
          },
          {
            label: "Text",
            value: line.remittance && (
              <span dir="auto" className="wrap-anywhere">
                {line.remittance}
              </span>
            ),
          },
          {
            label: "Bank's reference",
            value: line.bankRef && <span className="font-mono text-13 break-all">{line.bankRef}</span>,
          },
          { label: "Why it stands so", value: line.reason || null },
          ...(line.decidedAt ? [{ label: "Decided", value: <Moment at={line.decidedAt} /> }] : []),
          ...(line.paymentId
            ? [
                {
                  label: "Payment",
                  value: <TextLink to={`/console/billing/payments/${line.paymentId}`}>What it paid</TextLink>,
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

export default function BankLinePage({ loaderData, actionData }: Route.ComponentProps) {
  const { line, waits, q, found } = loaderData;
  const { money } = useFormat();
  return (
    <>
      <PageHeader
        title={`${money(BigInt(line.amountMinor), line.currency)} from ${line.payerName || "an unnamed payer"}`}
        lead={<LineState status={line.status} />}
      />
      <div className="grid gap-x-10 lg:grid-cols-[minmax(0,5fr)_minmax(0,4fr)]">
        <div className="min-w-0">
          {waits && <ChooseInvoice line={line} q={q} found={found} state={actionData} />}
          <LineActions line={line} state={actionData} />
        </div>
        <div className="min-w-0">
          <Section title="What the bank says">
            <LineFacts line={line} />
          </Section>
        </div>
      </div>
    </>
  );
}
