import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { OrderState } from "#modules/billing/contract/checkout.ts";
import { bankInstructions } from "#modules/billing/payments/bank-instructions.ts";

interface OrderRow {
  reference: string;
  status: "open" | "paid" | "cancelled";
  placed_at: string;
  offer_name: string;
  email: string;
  provider: string;
  full_number: string | null;
  total_minor: number;
  open_minor: number;
  currency: string;
  due_on: string;
  payment_reference: string | null;
  seller: { name: string; legalName: string; iban: string; bic: string } | null;
  action_url: string | null;
  trial_ends_on: string | null;
}

const bankOf = (order: OrderRow) =>
  bankInstructions({
    seller: order.seller,
    paymentReference: order.payment_reference,
    openMinor: order.open_minor,
    currency: order.currency,
    dueOn: order.due_on,
  });

/** An order as the buyer sees it after placing it. Errors: `billing.order_unknown`. */
export async function showOrder(db: Db, orderId: string): Promise<z.input<typeof OrderState>> {
  const order = await firstRow<OrderRow>(
    db,
    sql`SELECT r.reference, r.status, r.placed_at, o.name AS offer_name, r.buyer->>'email' AS email, r.provider,
          i.full_number, i.total_minor, i.total_minor - i.paid_minor - i.credited_minor AS open_minor, i.currency, i.due_on,
          i.payment_reference, i.seller, a.action_url, s.trial_ends_on
        FROM billing."order" r
        JOIN billing.price p ON p.id = r.price_id JOIN billing.offer o ON o.id = p.offer_id
        LEFT JOIN billing.invoice i ON i.source_key = 'order:' || r.id
        LEFT JOIN billing.subscription s ON s.order_id = r.id
        LEFT JOIN LATERAL (SELECT action_url FROM billing.payment_attempt
          WHERE invoice_id = i.id AND status = 'requires_action' ORDER BY position DESC LIMIT 1) a ON true
        WHERE r.id = ${orderId}`,
  );
  if (!order) throw refuse("not_found", "billing.order_unknown", "There is no such order.");
  return {
    reference: order.reference,
    status: order.status,
    placedAt: Temporal.Instant.from(order.placed_at).toString(),
    offerName: order.offer_name,
    email: order.email,
    provider: order.provider,
    invoice: order.full_number
      ? {
          fullNumber: order.full_number,
          totalMinor: order.total_minor,
          openMinor: order.open_minor,
          currency: order.currency,
          dueOn: order.due_on,
        }
      : null,
    bank: order.provider === "bank_transfer" ? bankOf(order) : null,
    actionUrl: order.action_url,
    trialEndsOn: order.trial_ends_on,
  };
}
