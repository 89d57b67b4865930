import { cancelStatement } from "#modules/billing/commands/partners/cancel-statement.ts";
import { createPartner } from "#modules/billing/commands/partners/create-partner.ts";
import { drawStatement } from "#modules/billing/commands/partners/draw-statement.ts";
import { payStatement } from "#modules/billing/commands/partners/pay-statement.ts";
import { updatePartner } from "#modules/billing/commands/partners/update-partner.ts";
import { PartnerSettings } from "#modules/billing/contract/partners.ts";
import { CommissionAccrued, CommissionClawedBack, CommissionPaid } from "#modules/billing/events/partners.ts";
import type { BillingPart } from "#modules/billing/part.ts";
import { partnerData } from "#modules/billing/personal-data/partners.ts";
import { getMyReferrals } from "#modules/billing/queries/partners/get-my-referrals.ts";
import { getPartner } from "#modules/billing/queries/partners/get-partner.ts";
import { getStatement } from "#modules/billing/queries/partners/get-statement.ts";
import { listCommissions } from "#modules/billing/queries/partners/list-commissions.ts";
import { listPartners } from "#modules/billing/queries/partners/list-partners.ts";
import { listReferrals } from "#modules/billing/queries/partners/list-referrals.ts";
import { listStatements } from "#modules/billing/queries/partners/list-statements.ts";
import { readReferralCode } from "#modules/billing/queries/partners/read-referral-code.ts";
import { settleCommissions } from "#modules/billing/subscribers/settle-commissions.ts";

/** Who sends customers, what that earns them, and what they are paid. */
export const partnersPart = {
  operations: [
    listPartners,
    getPartner,
    createPartner,
    updatePartner,
    listReferrals,
    listCommissions,
    listStatements,
    getStatement,
    drawStatement,
    cancelStatement,
    payStatement,
    getMyReferrals,
    readReferralCode,
  ],
  events: [CommissionAccrued, CommissionClawedBack, CommissionPaid],
  subscribers: [settleCommissions],
  personalData: [partnerData],
  settings: [{ key: "billing.partners", title: "Partners", schema: PartnerSettings }],
} as const satisfies BillingPart;
