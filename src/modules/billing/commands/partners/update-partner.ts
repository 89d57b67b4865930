import { sql } from "#kernel/db/sql.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { demandCurrency } from "#modules/billing/commands/partners/create-partner.ts";
import { Partner, UpdatePartner } from "#modules/billing/contract/partners.ts";
import { showPartner } from "#modules/billing/queries/partners/get-partner.ts";
import { lockPartner } from "#modules/billing/queries/partners/lock-partner.ts";

/**
 * Changes a partner's facts and terms. Invoices that earn already keep the terms they began with; a link that is switched
 * off brings no new orders, and those it brought go on earning. Errors: `billing.partner_unknown`,
 * `billing.currency_unknown`.
 */
export const updatePartner = defineCommand({
  name: "billing.update_partner",
  title: "Change a partner",
  http: "PUT /billing/partners/:partnerId",
  access: "billing:money",
  input: UpdatePartner,
  output: Partner,
  load: (tx, { partnerId }) => lockPartner(tx, partnerId),
  run: async ({ tx, input, now, config, company }) => {
    demandCurrency(input.currency);
    await tx.execute(
      sql`UPDATE billing.partner SET name = ${input.name}, email = ${input.email}, tax_id = ${input.taxId},
            rate_ppm = ${input.ratePpm}, fixed_minor = ${input.fixedMinor}, currency = ${input.currency},
            earning_months = ${input.earningMonths}, attribution_days = ${input.attributionDays}, note = ${input.note},
            is_active = ${input.isActive}, version = version + 1
          WHERE id = ${input.partnerId}`,
    );
    return showPartner(tx, input.partnerId, { config, now, zone: (await company()).zone });
  },
});
