/** One grant of a key, in force. Instants ISO 8601 in UTC. */
export interface EntitlementGrant {
  key: string;
  quantity: number | null;
  meter: string | null;
  quota: "hard" | "soft" | null;
  overageMinor: number | null;
  currency: string | null;
  sourceKind: "subscription" | "purchase" | "staff";
  sourceId: string;
  fromAt: string;
  untilAt: string | null;
}

/** What an account may use of one key, all its grants together. */
export interface Entitlement {
  key: string;
  /** Units a period, or at all where there is no meter; null: without limit. */
  quantity: number | null;
  meter: string | null;
  /** Null without a meter. Soft: units beyond the quantity are used and cost `overageMinor` each, in `currency`. */
  quota: "hard" | "soft" | null;
  overageMinor: number | null;
  currency: string | null;
  /** When the last of the grants ends; null: none of them has an end set. */
  untilAt: string | null;
  grants: readonly EntitlementGrant[];
}

const latestEnd = (grants: readonly EntitlementGrant[]): string | null => {
  let latest: string | null = null;
  for (const { untilAt } of grants) {
    if (untilAt === null) return null;
    if (latest === null || Temporal.Instant.compare(untilAt, latest) > 0) latest = untilAt;
  }
  return latest;
};

function combineKey(key: string, grants: readonly EntitlementGrant[]): Entitlement {
  const isUnlimited = grants.some(({ quantity }) => quantity === null);
  const soft = grants
    .filter(({ quota }) => quota === "soft")
    .toSorted((a, b) => (a.overageMinor ?? 0) - (b.overageMinor ?? 0))[0];
  const metered = soft ?? grants.find(({ meter }) => meter !== null);
  return {
    key,
    quantity: isUnlimited ? null : grants.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0),
    meter: metered?.meter ?? null,
    quota: metered?.quota ?? null,
    overageMinor: soft?.overageMinor ?? null,
    currency: soft?.currency ?? null,
    untilAt: latestEnd(grants),
    grants,
  };
}

/**
 * What grants come to, by key in order: quantities add up, and one without a limit makes the whole so. One soft quota
 * makes all of it soft, at the lowest price of overage: who may exceed by one plan is not stopped by another.
 */
export const combineGrants = (grants: readonly EntitlementGrant[]): Entitlement[] =>
  [...Map.groupBy(grants, ({ key }) => key)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, ofKey]) => combineKey(key, ofKey));
