import type { AccountCard } from "#kernel/module.ts";
import { findEntitlements } from "#modules/billing/entitlements/entitlement.ts";
import type { Entitlement } from "#modules/billing/rules/entitlements/combine-grants.ts";

const whole = new Intl.NumberFormat("en-GB");

const amount = ({ quantity, meter }: Entitlement): string => {
  if (quantity === null) return meter === null ? "Yes" : "No limit";
  return meter === null ? whole.format(quantity) : `${whole.format(quantity)} a period`;
};

/** What an account may use now, key by key. */
export const entitlementsCard: AccountCard = {
  title: "Entitled to",
  permission: "billing:read",
  load: async (db, { accountId, now }) => {
    const entitlements = await findEntitlements(db, { accountId, at: now });
    return entitlements.map((entitlement) => ({ label: entitlement.key, value: amount(entitlement) }));
  },
};
