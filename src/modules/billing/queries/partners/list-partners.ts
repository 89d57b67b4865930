import { localDate } from "#kernel/clock.ts";
import { sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ListPartners, PartnerPage } from "#modules/billing/contract/partners.ts";
import { pageOf, readCursor } from "#modules/billing/queries/paging.ts";
import { partnerRows } from "#modules/billing/queries/partners/partner-rows.ts";

/** Who sends customers, by name. */
export const listPartners = defineQuery({
  name: "billing.list_partners",
  title: "List partners with what they earned",
  http: "GET /billing/partners",
  access: "billing:read",
  input: ListPartners,
  output: PartnerPage,
  run: async ({ db, input, config, now, company }) => {
    const after = readCursor(input.cursor, 2);
    const where = sql.join(
      [
        sql`true`,
        input.isActive === undefined ? sql`` : sql`AND p.is_active = ${input.isActive}`,
        input.text
          ? sql`AND position(lower(${input.text}) in lower(p.name || ' ' || p.email || ' ' || p.code)) > 0`
          : sql``,
        after ? sql`AND (lower(p.name), p.id) > (${after[0]}, ${after[1]}::uuid)` : sql``,
      ],
      sql` `,
    );
    const today = localDate(now, (await company()).zone).toString();
    const order = sql`ORDER BY lower(p.name), p.id LIMIT ${input.limit + 1}`;
    return pageOf(partnerRows(db, config, { where, order, today }), input.limit, ({ name, id }) => [
      name.toLowerCase(),
      id,
    ]);
  },
});
