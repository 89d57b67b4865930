import { localDate } from "#kernel/clock.ts";
import { sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { z } from "zod";
import { MyReferrals } from "#modules/billing/contract/partners.ts";
import { partnerRows } from "#modules/billing/queries/partners/partner-rows.ts";
import { statementRows } from "#modules/billing/queries/partners/statements.ts";

/** What the viewer's own accounts earn as partners; nothing where they are none. The database shows no others. */
export const getMyReferrals = defineQuery({
  name: "billing.get_my_referrals",
  title: "See what your referrals earned",
  http: "GET /account/referrals",
  access: "customer",
  input: z.object({}),
  output: MyReferrals,
  run: async ({ db, config, now, company }) => {
    const today = localDate(now, (await company()).zone).toString();
    const where = sql`p.account_id = ANY ((SELECT kernel.own_accounts())::uuid[])`;
    const partners = await partnerRows(db, config, { where, order: sql`ORDER BY p.created_at, p.id`, today });
    const items = [];
    for (const partner of partners)
      items.push({
        ...partner,
        statements: await statementRows(db, sql`t.partner_id = ${partner.id} AND t.status <> 'cancelled'`),
      });
    return { items };
  },
});
