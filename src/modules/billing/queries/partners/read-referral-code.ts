import { firstRow, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { PartnerCode, ReadReferralCode, ReferralCode } from "#modules/billing/contract/partners.ts";

/** Whether somebody active has the code of a link; anything else is nobody's, and no error: a visitor comes either way. */
export const readReferralCode = defineQuery({
  name: "billing.read_referral_code",
  title: "Check the code of a referral link",
  http: "GET /referrals/:code",
  access: "public",
  input: ReadReferralCode,
  output: ReferralCode,
  run: async ({ db, input }) => {
    const code = PartnerCode.safeParse(input.code);
    if (!code.success) return { code: null };
    const found = await firstRow<{ code: string }>(
      db,
      sql`SELECT code FROM billing.partner WHERE code = ${code.data} AND is_active`,
    );
    return { code: found?.code ?? null };
  },
});
