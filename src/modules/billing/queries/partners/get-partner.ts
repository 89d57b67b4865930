import { localDate } from "#kernel/clock.ts";
import type { Config } from "#kernel/config.ts";
import type { Db } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { Partner, PartnerRef } from "#modules/billing/contract/partners.ts";
import { partnerUnknown } from "#modules/billing/queries/partners/lock-partner.ts";
import { partnerRows } from "#modules/billing/queries/partners/partner-rows.ts";

/** A partner as its page shows it. Errors: `billing.partner_unknown`. */
export async function showPartner(
  db: Db,
  partnerId: string,
  { config, now, zone }: { config: Config; now: Temporal.Instant; zone: string },
): Promise<Partner> {
  const today = localDate(now, zone).toString();
  const [partner] = await partnerRows(db, config, { where: sql`p.id = ${partnerId}`, today });
  if (!partner) throw partnerUnknown();
  return partner;
}

/** A partner with what they brought and earned. Errors: `billing.partner_unknown`. */
export const getPartner = defineQuery({
  name: "billing.get_partner",
  title: "Look at a partner",
  http: "GET /billing/partners/:partnerId",
  access: "billing:read",
  input: PartnerRef,
  output: Partner,
  run: async ({ db, input, config, now, company }) =>
    showPartner(db, input.partnerId, { config, now, zone: (await company()).zone }),
});
