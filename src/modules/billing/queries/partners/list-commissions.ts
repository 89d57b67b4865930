import type { z } from "zod";
import { localDate } from "#kernel/clock.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { CommissionPage, ListCommissions } from "#modules/billing/contract/partners.ts";
import { pageOf, readCursor } from "#modules/billing/queries/paging.ts";

type Item = z.output<typeof CommissionPage>["items"][number];
type Row = Omit<Item, "createdAt"> & { created_at: string };

const OPEN = sql`(c.accrued_minor - c.clawed_back_minor - c.stated_minor)`;

/** What each invoice earned a partner, latest first. */
export const listCommissions = defineQuery({
  name: "billing.list_commissions",
  title: "List what a partner earned by each invoice",
  http: "GET /billing/partners/:partnerId/commissions",
  access: "billing:read",
  input: ListCommissions,
  output: CommissionPage,
  run: async ({ db, input, now, company }) => {
    const after = readCursor(input.cursor, 2);
    const today = localDate(now, (await company()).zone).toString();
    const standings = {
      held: sql`AND ${OPEN} > 0 AND c.payable_on > ${today}`,
      payable: sql`AND (${OPEN} < 0 OR (${OPEN} > 0 AND c.payable_on <= ${today}))`,
      stated: sql`AND c.stated_minor > 0`,
    };
    const found = rows<Row>(
      db,
      sql`SELECT c.id, c.invoice_id AS "invoiceId", i.full_number AS "invoiceNumber", a.name AS "buyerName", c.currency,
            i.net_minor AS "invoiceNetMinor", c.rate_ppm AS "ratePpm", c.fixed_minor AS "fixedMinor",
            c.accrued_minor AS "accruedMinor", c.clawed_back_minor AS "clawedBackMinor",
            c.stated_minor AS "statedMinor", ${OPEN} AS "openMinor", c.payable_on AS "payableOn", c.created_at
          FROM billing.commission c JOIN billing.invoice i ON i.id = c.invoice_id
          JOIN people.account_name a ON a.id = c.buyer_account_id
          WHERE c.partner_id = ${input.partnerId} ${input.standing ? standings[input.standing] : sql``}
            ${after ? sql`AND (c.created_at, c.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
          ORDER BY c.created_at DESC, c.id DESC LIMIT ${input.limit + 1}`,
    );
    const { items, nextCursor } = await pageOf(found, input.limit, ({ created_at, id }) => [created_at, id]);
    return {
      items: items.map(({ created_at, ...commission }) => ({
        ...commission,
        createdAt: Temporal.Instant.from(created_at).toString(),
      })),
      nextCursor,
    };
  },
});
