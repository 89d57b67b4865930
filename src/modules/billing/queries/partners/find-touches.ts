import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { Touch } from "#modules/billing/rules/partners/choose-touch.ts";

/** A partner whose link was followed, with what tells whether it is the buyer themselves. */
export interface TouchedPartner extends Touch {
  accountId: string | null;
  personId: string | null;
  email: string;
  taxId: string | null;
}

interface TouchRow extends Omit<TouchedPartner, "touchedAt"> {
  touched_at: string;
}

/** Active partners whose links this buyer came by, in this checkout or an earlier one under the same e-mail or account. */
export async function findTouches(
  db: Db,
  buyer: { checkoutId: string; accountId: string; email: string },
): Promise<TouchedPartner[]> {
  const found = await rows<TouchRow>(
    db,
    sql`SELECT p.id AS "partnerId", p.account_id AS "accountId", p.person_id AS "personId", p.email, p.tax_id AS "taxId",
          p.attribution_days AS "attributionDays", c.created_at AS touched_at
        FROM billing.checkout c JOIN billing.partner p ON p.code = upper(c.partner_code)
        WHERE p.is_active AND c.partner_code IS NOT NULL
          AND (c.id = ${buyer.checkoutId} OR c.account_id = ${buyer.accountId}
               OR lower(c.buyer->>'email') = lower(${buyer.email}))
        ORDER BY c.created_at, c.id`,
  );
  return found.map(({ touched_at, ...touch }) => ({
    ...touch,
    touchedAt: Temporal.Instant.from(touched_at),
  }));
}
