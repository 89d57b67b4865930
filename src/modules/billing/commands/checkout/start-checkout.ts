import { randomBytes } from "node:crypto";
import { sql } from "#kernel/db/sql.ts";
import { newId, sha256Hex } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { demandOnSale } from "#modules/billing/checkout/quote-checkout.ts";
import { StartCheckout, StartedCheckout } from "#modules/billing/contract/checkout.ts";
import { getPrice } from "#modules/billing/queries/catalogue/get-price.ts";

/** How long somebody may think about it. */
const OPEN_DAYS = 7;

/** Begins a checkout. The token is the only key to it. Errors: `billing.price_unknown`, `billing.price_ended`. */
export const startCheckout = defineCommand({
  name: "billing.start_checkout",
  title: "Begin a checkout",
  http: "POST /checkouts",
  access: "public",
  unaudited: true,
  secretOutput: true,
  input: StartCheckout,
  output: StartedCheckout,
  run: async ({ tx, now, input }) => {
    demandOnSale(await getPrice(tx, input.priceId), now);
    const token = randomBytes(24).toString("base64url");
    const expiresAt = now.add({ hours: OPEN_DAYS * 24 });
    await tx.execute(
      sql`INSERT INTO billing.checkout (id, token_sha256, price_id, quantity, coupon_code, partner_code, locale, zone,
            created_at, expires_at)
          VALUES (${newId()}, ${sha256Hex(token)}, ${input.priceId}, ${input.quantity}, ${input.couponCode},
                  ${input.partnerCode}, ${input.locale}, ${input.zone}, ${now.toString()}, ${expiresAt.toString()})`,
    );
    return { token };
  },
});
