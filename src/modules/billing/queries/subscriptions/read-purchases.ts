import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import type { SQL } from "drizzle-orm";
import { rows, sql } from "#kernel/db/sql.ts";
import type { Purchase } from "#modules/billing/contract/subscriptions.ts";

type PurchaseDto = z.input<typeof Purchase>;

const iso = (text: string | null) => text && Temporal.Instant.from(text).toString();

/** Reads what was bought once, with its instalments; `where` and what follows may name u (purchase). */
export async function readPurchases(db: Db, where: SQL): Promise<PurchaseDto[]> {
  const found = await rows<PurchaseDto>(
    db,
    sql`SELECT u.id, u.account_id AS "accountId", jsonb_build_object('id', o.id, 'key', o.key, 'name', o.name) AS offer,
          u.quantity, u.status, u.access_from_at AS "accessFromAt", u.access_until_at AS "accessUntilAt",
          u.created_at AS "createdAt",
          coalesce((SELECT jsonb_agg(jsonb_build_object('position', t.position, 'dueOn', t.due_on, 'amountMinor', t.amount_minor,
            'currency', t.currency, 'invoiceId', t.invoice_id, 'isPaid', coalesce(i.status = 'paid', false)) ORDER BY t.position)
            FROM billing.instalment t LEFT JOIN billing.invoice i ON i.id = t.invoice_id
            WHERE t.purchase_id = u.id AND t.cancelled_at IS NULL), '[]') AS instalments
        FROM billing.purchase u JOIN billing.offer o ON o.id = u.offer_id ${where}`,
  );
  return found.map((purchase) => ({
    ...purchase,
    accessFromAt: iso(purchase.accessFromAt),
    accessUntilAt: iso(purchase.accessUntilAt),
    createdAt: Temporal.Instant.from(purchase.createdAt).toString(),
  }));
}
