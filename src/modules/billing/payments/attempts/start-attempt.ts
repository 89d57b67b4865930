import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { type InvoiceRow, lockInvoice, openAmount } from "#modules/billing/invoices/load-invoice.ts";
import { chargeAttempt } from "#modules/billing/jobs/payments/charge-attempt.ts";
import {
  type AttemptFlow,
  type AttemptRow,
  findLiveAttempt,
} from "#modules/billing/payments/attempts/attempt-row.ts";
import { findMethod } from "#modules/billing/payments/methods/method-row.ts";
import { demandProvider } from "#modules/billing/payments/providers/registry.ts";

/** A payment to be tried. */
export interface AttemptPlan {
  invoiceId: string;
  /** A provider that collects; a bank transfer needs no attempt. */
  provider: string;
  flow: AttemptFlow;
  /** With `charge`: which saved method. */
  paymentMethodId?: string;
  /** Where the customer comes back to, below the house's own address; default `/account`. */
  returnPath?: string;
}

export interface StartedAttempt {
  attemptId: string;
  status: AttemptRow["status"];
  /** Where the customer goes on, once it is known. */
  actionUrl: string | null;
  /** False: one was under way, and stays the only one. */
  isNew: boolean;
}

async function demandMethod(ctx: BillingContext, invoice: InvoiceRow, plan: AttemptPlan): Promise<void> {
  if (plan.flow === "checkout") return;
  const method = plan.paymentMethodId && (await findMethod(ctx.tx, plan.paymentMethodId));
  if (
    !method ||
    method.account_id !== invoice.account_id ||
    method.provider !== plan.provider ||
    method.removed_at
  )
    throw refuse(
      "conflict",
      "billing.method_unknown",
      "This payment method is not saved any more. Choose another.",
    );
}

async function insertAttempt(ctx: BillingContext, invoice: InvoiceRow, plan: AttemptPlan): Promise<string> {
  const id = newId();
  const last = await firstRow<{ position: number }>(
    ctx.tx,
    sql`SELECT coalesce(max(position), 0)::int AS position FROM billing.payment_attempt
        WHERE invoice_id = ${invoice.id}`,
  );
  const position = (last?.position ?? 0) + 1;
  await ctx.tx.execute(
    sql`INSERT INTO billing.payment_attempt (id, account_id, invoice_id, position, provider, payment_method_id,
          idempotency_key, amount_minor, currency, status, flow, return_path, created_at, updated_at)
        VALUES (${id}, ${invoice.account_id}, ${invoice.id}, ${position}, ${plan.provider},
                ${plan.flow === "charge" ? (plan.paymentMethodId ?? null) : null},
                ${`cairn-${invoice.id}-${position}`}, ${openAmount(invoice)}, ${invoice.currency}, 'created',
                ${plan.flow}, ${plan.returnPath ?? null}, ${ctx.now.toString()}, ${ctx.now.toString()})`,
  );
  return id;
}

/**
 * Begins to collect what is open of an invoice: the attempt and its idempotency key are stored, and a job calls the
 * provider after the commit. Under the invoice's lock there is one live attempt: a second click gets the first.
 * Errors: `billing.invoice_unknown`, `billing.invoice_not_open`, `billing.provider_unknown`,
 * `billing.provider_cannot`, `billing.method_unknown`.
 */
export async function startAttempt(ctx: BillingContext, plan: AttemptPlan): Promise<StartedAttempt> {
  const { capabilities, title } = demandProvider(ctx.config, plan.provider);
  if (plan.flow === "checkout" ? !capabilities.checkout : !capabilities.savedMethods)
    throw refuse(
      "conflict",
      "billing.provider_cannot",
      `${title} cannot do this. Choose another way to pay.`,
    );
  const invoice = await lockInvoice(ctx.tx, plan.invoiceId);
  const live = await findLiveAttempt(ctx.tx, invoice.id);
  if (live) return { attemptId: live.id, status: live.status, actionUrl: live.action_url, isNew: false };
  if (invoice.kind !== "invoice" || openAmount(invoice) <= 0)
    throw refuse("conflict", "billing.invoice_not_open", "Nothing of this invoice is open.");
  await demandMethod(ctx, invoice, plan);
  const attemptId = await insertAttempt(ctx, invoice, plan);
  await ctx.enqueue(chargeAttempt, { attemptId });
  return { attemptId, status: "created", actionUrl: null, isNew: true };
}
