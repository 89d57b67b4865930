import type { Tx } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { readSetting } from "#kernel/settings.ts";
import { PartnerSettings } from "#modules/billing/contract/partners.ts";
import { findTouches, type TouchedPartner } from "#modules/billing/queries/partners/find-touches.ts";
import { loadIdentity } from "#modules/billing/queries/partners/load-identity.ts";
import { chooseTouch } from "#modules/billing/rules/partners/choose-touch.ts";
import { findSelfReferral, type SelfReferral } from "#modules/billing/rules/partners/self-referral.ts";

/** A new order and who placed it. */
export interface AttributedOrder {
  orderId: string;
  checkoutId: string;
  accountId: string;
  personId: string;
  email: string;
  taxId: string | null;
  at: Temporal.Instant;
}

async function keepReferral(
  tx: Tx,
  order: AttributedOrder,
  touch: TouchedPartner,
  refused: SelfReferral | null,
): Promise<void> {
  await tx.execute(
    sql`INSERT INTO billing.referral (order_id, partner_id, account_id, buyer_account_id, touched_at, placed_at, refused)
        VALUES (${order.orderId}, ${touch.partnerId}, ${touch.accountId}, ${order.accountId},
                ${touch.touchedAt.toString()}, ${order.at.toString()}, ${refused})
        ON CONFLICT DO NOTHING`,
  );
}

/**
 * Decides whose link a new order counts for, writes it on the order and gives the partner; null for nobody. Who sent
 * themselves is passed over, and kept as refused: the sale goes on as any other.
 */
export async function attributeOrder(tx: Tx, order: AttributedOrder): Promise<string | null> {
  const touches = await findTouches(tx, order);
  if (touches.length === 0) return null;
  const buyer = await loadIdentity(tx, order);
  const strangers: TouchedPartner[] = [];
  for (const touch of touches) {
    const refused = findSelfReferral(await loadIdentity(tx, touch), buyer);
    if (refused) await keepReferral(tx, order, touch, refused);
    else strangers.push(touch);
  }
  const { touch: which } = await readSetting(tx, "billing.partners", PartnerSettings);
  const touch = chooseTouch(strangers, order.at, which);
  if (!touch) return null;
  await keepReferral(tx, order, touch, null);
  await tx.execute(
    sql`UPDATE billing."order" SET partner_id = ${touch.partnerId} WHERE id = ${order.orderId}`,
  );
  return touch.partnerId;
}
