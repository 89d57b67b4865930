import type { z } from "zod";
import { redirect } from "react-router";
import type { InvoiceFile } from "#modules/billing/contract/documents.ts";
import { pageContext } from "#web/context.ts";
import type { Route } from "./+types/invoice-pdf.ts";

/** The PDF of an invoice of one's own; while it is being made, the page of the invoice says so. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { invoiceId } = params;
  try {
    const { href } = await call<z.output<typeof InvoiceFile>>("billing.get_my_invoice_pdf", { invoiceId });
    return redirect(href);
  } catch (thrown) {
    if (thrown instanceof Response) throw thrown;
    return redirect(`/account/invoices/${invoiceId}`);
  }
}
