import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";

const commission = {
  /** The buyer's account, not the partner's. */
  accountId: z.uuid(),
  partnerId: z.uuid(),
  commissionId: z.uuid(),
  invoiceId: z.uuid(),
  currency: z.string(),
  amountMinor: z.number().int(),
};

/** A payment earned a partner something. */
export const CommissionAccrued = defineEvent({
  name: "billing.commission_accrued",
  version: 1,
  title: "Commission earned",
  payload: z.object(commission),
});

/** Money went back, and what it had earned a partner with it. */
export const CommissionClawedBack = defineEvent({
  name: "billing.commission_clawed_back",
  version: 1,
  title: "Commission taken back",
  payload: z.object(commission),
});

/** A partner was paid. */
export const CommissionPaid = defineEvent({
  name: "billing.commission_paid",
  version: 1,
  title: "Commission paid out",
  payload: z.object({
    partnerId: z.uuid(),
    statementId: z.uuid(),
    currency: z.string(),
    amountMinor: z.number().int(),
  }),
});
