import { rows, sql } from "#kernel/db/sql.ts";
import type { PersonalDataSource } from "#kernel/module.ts";

/** Who gave an account something without a sale. The gift stays, the person leaves it. */
export const grantData: PersonalDataSource = {
  table: "billing.entitlement_grant",
  what: "Entitlements a person gave to accounts, and why",
  basis: "Kept as the reason why an account may use something; the person is removed from it when erased",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT g.account_id, g.key, g.quantity, g.reason, g.from_at, g.until_at FROM billing.entitlement_grant g
          WHERE g.granted_by = ${personId} ORDER BY g.from_at`,
    ),
  erase: async (db, personId) => {
    await db.execute(
      sql`UPDATE billing.entitlement_grant SET granted_by = NULL WHERE granted_by = ${personId}`,
    );
  },
};
