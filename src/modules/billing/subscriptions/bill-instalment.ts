import { firstRow, sql } from "#kernel/db/sql.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { drawOrder, type OrderSubject } from "#modules/billing/checkout/draw-order.ts";
import { earnInstalment, lockPurchase } from "#modules/billing/fulfilment/purchase.ts";
import { subjectOf } from "#modules/billing/checkout/quote-checkout.ts";
import { getCustomerSnapshot } from "#modules/billing/invoices/customer-snapshot.ts";
import { issueInvoice } from "#modules/billing/invoices/issue-invoices.ts";
import { getPrice } from "#modules/billing/queries/catalogue/get-price.ts";
import type { CouponTerms } from "#modules/billing/rules/coupons/coupon.ts";
import { billingRules } from "#modules/billing/subscriptions/billing-rules.ts";

interface DueInstalment {
  id: string;
  account_id: string;
  purchase_id: string;
  position: number;
  due_on: string;
  placed_at: string;
  zone: string;
  coupon: CouponTerms | null;
}

const COUPON = sql`CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('id', c.id, 'name', c.name,
  'percentPpm', c.percent_ppm, 'amountMinor', c.amount_minor, 'offerIds', c.offer_ids) END`;

/**
 * Invoices an instalment that is due, drawn as the order drew it, so that the parts add up to the price. Safe to call
 * again: an instalment has one invoice. Nothing is billed while the purchase waits for its first payment.
 */
export async function billInstalment(ctx: BillingContext, instalmentId: string): Promise<boolean> {
  const due = await firstRow<DueInstalment>(
    ctx.tx,
    sql`SELECT t.id, t.account_id, t.purchase_id, t.position, t.due_on, r.placed_at, a.zone, ${COUPON} AS coupon
        FROM billing.instalment t JOIN billing.purchase u ON u.id = t.purchase_id
        JOIN billing."order" r ON r.id = u.order_id JOIN people.account_name a ON a.id = t.account_id
        LEFT JOIN billing.coupon c ON c.id = r.coupon_id
        WHERE t.id = ${instalmentId} AND t.invoice_id IS NULL AND t.cancelled_at IS NULL FOR UPDATE OF t`,
  );
  if (!due) return false;
  const purchase = await lockPurchase(ctx.tx, { purchaseId: due.purchase_id });
  if (purchase?.status !== "active" && purchase?.status !== "suspended") return false;
  const subject: OrderSubject = subjectOf(await getPrice(ctx.tx, purchase.price_id));
  const { later } = drawOrder(subject, {
    quantity: purchase.quantity,
    coupon: due.coupon,
    now: Temporal.Instant.from(due.placed_at),
    zone: due.zone,
  });
  const drawn = later.find(({ term }) => term.position === due.position);
  if (!drawn) throw new Error(`Instalment ${due.id} is not one of its order`);
  const invoice = await issueInvoice(ctx, {
    accountId: due.account_id,
    sourceKey: `instalment:${due.id}`,
    sourceKind: "instalment",
    purchaseId: due.purchase_id,
    draft: drawn.draft,
    customer: await getCustomerSnapshot(ctx.tx, due.account_id),
    dueInDays: (await billingRules(ctx.tx)).renewalDueDays,
  });
  await ctx.tx.execute(sql`UPDATE billing.instalment SET invoice_id = ${invoice.id} WHERE id = ${due.id}`);
  await earnInstalment(ctx, purchase, invoice.id);
  return true;
}
