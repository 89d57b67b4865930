import { z } from "zod";
import { redirect } from "react-router";
import type { BankInstructions } from "#modules/billing/contract/checkout.ts";
import type { InvoiceFiles as InvoiceFilesShape } from "#modules/billing/contract/documents.ts";
import type { Invoice as InvoiceShape } from "#modules/billing/contract/invoices.ts";
import type { Attempt, PaymentMethodList } from "#modules/billing/contract/payment-methods.ts";
import { pageContext } from "#web/context.ts";
import { submit } from "#web/forms/submit.ts";
import { QuoteTable } from "#web/parts/quote-table.tsx";
import { InvoiceState } from "#web/routes/billing-sales/standing.tsx";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Card } from "#web/ui/card.tsx";
import { Money } from "#web/ui/money.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Day } from "#web/ui/time.tsx";
import type { Route } from "./+types/invoice.ts";
import { comeBack, readComeBack } from "./come-back.ts";
import { InvoiceDocuments } from "./invoice-documents.tsx";
import { InvoiceSettled } from "./invoice-settled.tsx";
import { PayInvoice } from "./pay-invoice.tsx";
import { needAccount, portalContext, portalPath } from "./portal-context.ts";
import { usePortal } from "./use-portal.ts";

export type Invoice = z.output<typeof InvoiceShape>;
type Methods = z.output<typeof PaymentMethodList>;
type Bank = { bank: z.output<typeof BankInstructions> | null };

export const handle: RouteHandle = {
  crumb: ({ invoice }: { invoice: Invoice }) => invoice.fullNumber,
  notices: {
    changed: "The plan is changed. This is the invoice for it.",
    revived: "This is the invoice to begin again.",
    paid: "Thank you, the payment has arrived.",
    failed: "The payment did not go through, and nothing was charged. Try again or choose another way.",
  },
};

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const portal = context.get(portalContext);
  const { accountId } = needAccount(portal);
  const attemptId = new URL(request.url).searchParams.has("back") && readComeBack(request, "attempt");
  if (attemptId) throw redirect(portalPath(portal, `/account/payments/${attemptId}?back`));
  const { invoiceId } = params;
  const invoice = await call<Invoice>("billing.get_my_invoice", { invoiceId });
  const isOpen = invoice.kind === "invoice" && invoice.status === "open" && invoice.openMinor > 0;
  const [files, methods, { bank }] = await Promise.all([
    call<z.output<typeof InvoiceFilesShape>>("billing.list_my_invoice_files", { invoiceId }),
    isOpen ? call<Methods>("billing.list_my_payment_methods", { accountId }) : null,
    isOpen ? call<Bank>("billing.get_my_bank_transfer", { invoiceId }) : { bank: null },
  ]);
  return { invoice, files: files.files, methods, bank };
}

const Pay = z.object({ paymentMethodId: z.uuid().optional(), provider: z.string().max(40).optional() });

export async function action(args: Route.ActionArgs) {
  const { call, secureCookies } = args.context.get(pageContext);
  const portal = args.context.get(portalContext);
  const { invoiceId } = args.params;
  const pay = (way: z.output<typeof Pay>) =>
    call<z.output<typeof Attempt>>("billing.pay_my_invoice", {
      ...way,
      invoiceId,
      returnPath: `/account/invoices/${invoiceId}?back=1`,
    });
  return submit<z.output<typeof Attempt>>(args, pay, {
    schema: Pay,
    onSuccess: ({ attemptId }) =>
      redirect(portalPath(portal, `/account/payments/${attemptId}?go`), {
        headers: { "set-cookie": comeBack("attempt", attemptId, secureCookies) },
      }),
  });
}

export default function InvoicePage({ loaderData, actionData }: Route.ComponentProps) {
  const { invoice, files, methods, bank } = loaderData;
  const { path } = usePortal();
  const isInvoice = invoice.kind === "invoice";
  return (
    <>
      <PageHeader
        title={invoice.fullNumber}
        over={<InvoiceState invoice={invoice} />}
        lead={
          <>
            Issued on <Day on={invoice.issuedOn} />
            {invoice.openMinor > 0 && isInvoice && (
              <>
                , due on <Day on={invoice.dueOn} />
              </>
            )}
            {invoice.corrects && (
              <>
                . It corrects{" "}
                <TextLink to={path(`/account/invoices/${invoice.corrects.id}`)}>
                  {invoice.corrects.fullNumber}
                </TextLink>
              </>
            )}
          </>
        }
      />
      <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[3fr_2fr]">
        <Section title={isInvoice ? "What it is for" : "What is given back"}>
          <Card>
            <QuoteTable
              quote={{
                ...invoice,
                includesTax: false,
                lines: invoice.lines.map((line) => ({
                  ...line,
                  amountMinor: line.netMinor + line.discountMinor,
                })),
              }}
              caption="Lines of the invoice"
              totalLabel="Total"
            />
            {invoice.openMinor > 0 && invoice.openMinor !== invoice.totalMinor && (
              <p className="mt-3 flex justify-between gap-4 text-14">
                <span className="text-muted">Still open</span>
                <Money minor={invoice.openMinor} currency={invoice.currency} />
              </p>
            )}
          </Card>
        </Section>
        <InvoiceDocuments invoice={invoice} files={files} />
      </div>
      {methods && <PayInvoice invoice={invoice} methods={methods} bank={bank} state={actionData} />}
      <InvoiceSettled invoice={invoice} />
    </>
  );
}
