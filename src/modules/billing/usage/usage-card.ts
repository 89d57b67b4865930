import type { AccountCard } from "#kernel/module.ts";
import { meterUsage } from "#modules/billing/queries/usage/meter-usage.ts";

const whole = new Intl.NumberFormat("en-GB");

/** What an account uses in the period under way. */
export const usageCard: AccountCard = {
  title: "Usage",
  permission: "billing:read",
  load: async (db, { accountId, now }) => {
    const meters = await meterUsage(db, accountId, now);
    return meters.map(({ title, used, limit }) => ({
      label: title,
      value:
        limit === null
          ? `${whole.format(used)}, no limit`
          : `${whole.format(used)} of ${whole.format(limit)}`,
      href: `/console/billing/usage/${accountId}`,
    }));
  },
};
