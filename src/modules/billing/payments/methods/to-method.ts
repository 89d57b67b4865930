import type { z } from "zod";
import type { PaymentMethod } from "#modules/billing/contract/payment-methods.ts";
import type { MethodRow } from "#modules/billing/payments/methods/method-row.ts";

/** A saved method as its owner sees it. */
export const toMethod = (row: MethodRow): z.input<typeof PaymentMethod> => ({
  id: row.id,
  accountId: row.account_id,
  provider: row.provider,
  label: row.label,
  expiresOn: row.expires_on,
  isDefault: row.is_default,
  createdAt: Temporal.Instant.from(row.created_at).toString(),
});
