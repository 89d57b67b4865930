import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { isCurrency } from "#kernel/money.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { getAccount } from "#modules/people/index.ts";
import { CreatePartner, Partner } from "#modules/billing/contract/partners.ts";
import { showPartner } from "#modules/billing/queries/partners/get-partner.ts";

/** Refuses a currency that nobody pays with. Errors: `billing.currency_unknown`. */
export function demandCurrency(currency: string | null): void {
  if (currency !== null && !isCurrency(currency))
    throw refuse(
      "invalid",
      "billing.currency_unknown",
      `${currency} is not a currency that people pay with.`,
      {
        issues: [{ path: "currency", message: "is not a currency that people pay with" }],
      },
    );
}

/**
 * Makes somebody a partner with a link of their own. Errors: `billing.partner_code_taken`, `people.account_unknown`,
 * `billing.currency_unknown`.
 */
export const createPartner = defineCommand({
  name: "billing.create_partner",
  title: "Add a partner",
  http: "POST /billing/partners",
  access: "billing:money",
  input: CreatePartner,
  output: Partner,
  run: async ({ tx, input, now, config, company }) => {
    demandCurrency(input.currency);
    if (input.accountId) await getAccount(tx, input.accountId);
    const partnerId = newId();
    const added = await firstRow(
      tx,
      sql`INSERT INTO billing.partner (id, account_id, code, name, email, tax_id, rate_ppm, fixed_minor, currency,
            earning_months, attribution_days, note, created_at)
          VALUES (${partnerId}, ${input.accountId}, ${input.code}, ${input.name}, ${input.email}, ${input.taxId},
                  ${input.ratePpm}, ${input.fixedMinor}, ${input.currency}, ${input.earningMonths},
                  ${input.attributionDays}, ${input.note}, ${now.toString()})
          ON CONFLICT (code) DO NOTHING RETURNING id`,
    );
    if (!added)
      throw refuse(
        "conflict",
        "billing.partner_code_taken",
        "Another partner has this code. Choose another.",
        {
          issues: [{ path: "code", message: "is another partner's" }],
        },
      );
    return showPartner(tx, partnerId, { config, now, zone: (await company()).zone });
  },
});
