import { newId } from "#kernel/ids.ts";
import { mulDiv } from "#kernel/money.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { DraftInvoice, IssuedRef } from "#modules/billing/contract/invoices.ts";
import { getCustomerSnapshot } from "#modules/billing/invoices/customer-snapshot.ts";
import { issueInvoice } from "#modules/billing/invoices/issue-invoices.ts";
import { startEarning } from "#modules/billing/ledger/earning.ts";
import { localDate } from "#kernel/clock.ts";

/** Quantities of a manual line may have three decimals: hours and the like. */
const THOUSANDTHS = 1000;

/** Issues an invoice for work, such as consulting. Errors: `people.account_unknown`, `billing.address_missing`. */
export const sendInvoice = defineCommand({
  name: "billing.send_invoice",
  title: "Issue an invoice by hand",
  http: "POST /billing/invoices",
  access: "billing:sell",
  input: DraftInvoice,
  output: IssuedRef,
  run: async (context) => {
    const { tx, now, input } = context;
    const invoice = await issueInvoice(context, {
      accountId: input.accountId,
      sourceKey: `manual:${newId()}`,
      sourceKind: "manual",
      draft: {
        currency: input.currency,
        includesTax: false,
        discounts: [],
        lines: input.lines.map((line) => ({
          description: line.description,
          quantity: line.quantity,
          unitMinor: line.unitMinor,
          amountMinor: mulDiv(line.unitMinor, Math.round(line.quantity * THOUSANDTHS), THOUSANDTHS),
          isDiscountable: false,
          taxCategory: line.taxCategory,
          offerId: null,
          priceId: null,
          periodStartsOn: null,
          periodEndsOn: null,
          revenue: "service" as const,
          earnedDays: null,
        })),
      },
      customer: await getCustomerSnapshot(tx, input.accountId),
      dueInDays: input.dueInDays,
      note: input.note,
    });
    const { zone } = await context.company();
    await startEarning(tx, { invoiceId: invoice.id, fromOn: localDate(now, zone).toString() });
    return { invoiceId: invoice.id, fullNumber: invoice.fullNumber, totalMinor: invoice.totalMinor };
  },
});
