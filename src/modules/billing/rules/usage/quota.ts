/** What a grant of a metered entitlement allows, and since when and until when. */
export interface MeterGrant {
  /** Units of one usage period; null is without limit. */
  quantity: number | null;
  /** Hard quotas are never exceeded; beyond soft ones a unit costs `overageMinor`. */
  quota: "hard" | "soft";
  overageMinor: number | null;
  /** The subscription, purchase or person of staff behind it. */
  sourceId: string;
  fromAt: Temporal.Instant;
  untilAt: Temporal.Instant | null;
}

/** What may be used at one instant. `limit` null: without limit; 0 where nothing is granted. */
export interface Quota {
  kind: "hard" | "soft";
  limit: number | null;
}

const isAtOrBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean =>
  Temporal.Instant.compare(a, b) <= 0;

/** True for a grant in force at an instant; its end is the first instant without it. */
export const isInForce = (grant: MeterGrant, at: Temporal.Instant): boolean =>
  isAtOrBefore(grant.fromAt, at) && (grant.untilAt === null || !isAtOrBefore(grant.untilAt, at));

const limitOf = (grants: readonly MeterGrant[]): number | null =>
  grants.some(({ quantity }) => quantity === null)
    ? null
    : grants.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0);

/** What all grants in force together allow; one soft grant makes the quota soft. Nothing granted is a hard 0. */
export function quotaAt(grants: readonly MeterGrant[], at: Temporal.Instant): Quota {
  const inForce = grants.filter((grant) => isInForce(grant, at));
  return { kind: inForce.some(({ quota }) => quota === "soft") ? "soft" : "hard", limit: limitOf(inForce) };
}

/**
 * What a period includes: the most that was granted at any moment of it, because whoever had the larger plan for part of
 * a period may have used it then. It does not depend on the order in which events arrive. Null: without limit.
 */
export function includedIn(
  grants: readonly MeterGrant[],
  period: { fromAt: Temporal.Instant; untilAt: Temporal.Instant },
): number | null {
  const moments = [period.fromAt, ...grants.map(({ fromAt }) => fromAt)].filter(
    (at) => isAtOrBefore(period.fromAt, at) && !isAtOrBefore(period.untilAt, at),
  );
  const limits = moments.map((at) => quotaAt(grants, at).limit);
  return limits.some((limit) => limit === null) ? null : Math.max(...limits.map((limit) => limit ?? 0));
}

/** What a unit beyond the quota costs: by the grant that came last in the period. Null: nothing. */
export function overagePriceIn(
  grants: readonly MeterGrant[],
  period: { fromAt: Temporal.Instant; untilAt: Temporal.Instant },
): number | null {
  const latest = grants
    .filter(
      ({ quota, fromAt, untilAt }) =>
        quota === "soft" &&
        !isAtOrBefore(period.untilAt, fromAt) &&
        (untilAt === null || !isAtOrBefore(untilAt, period.fromAt)),
    )
    .toSorted((a, b) => Temporal.Instant.compare(b.fromAt, a.fromAt))[0];
  return latest?.overageMinor ?? null;
}

/** Units beyond what is included. */
export const overageOf = (used: number, included: number | null): number =>
  included === null ? 0 : Math.max(0, used - included);
