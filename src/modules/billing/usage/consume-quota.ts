import type { Tx } from "#kernel/db/database.ts";
import { refuse } from "#kernel/errors.ts";
import { calendarAt, loadMeterings } from "#modules/billing/queries/usage/load-meters.ts";
import { meterTitle } from "#modules/billing/rules/usage/meter-title.ts";
import { overageOf } from "#modules/billing/rules/usage/quota.ts";
import { usagePeriodAt } from "#modules/billing/rules/usage/usage-period.ts";
import { consumePlaced } from "#modules/billing/usage/consume-placed.ts";

/** What somebody wants to use. `eventKey` is the caller's own name of the work: asked again, it is counted once. */
export interface QuotaRequest {
  accountId: string;
  meter: string;
  quantity: number;
  eventKey: string;
  at: Temporal.Instant;
}

/**
 * Whether it may be used, and where the account stands then. `limit` null: without limit. `overage`: units beyond a soft
 * quota, which the next invoice asks for. `resetsOn` is the local day on which the next period begins; null where the
 * account was never granted the meter.
 */
export interface QuotaAnswer {
  allowed: boolean;
  /** This work was counted before; it is allowed and counted no second time. */
  isRepeat: boolean;
  used: number;
  limit: number | null;
  overage: number;
  resetsOn: string | null;
}

const NEVER_GRANTED: QuotaAnswer = {
  allowed: false,
  isRepeat: false,
  used: 0,
  limit: 0,
  overage: 0,
  resetsOn: null,
};

/**
 * Takes units of a quota before work begins. Hard quotas are never exceeded, however many ask at once; of soft ones what
 * is beyond is counted and allowed. The counter's row stays locked until the transaction ends: take late, commit soon, and
 * `releaseQuota` when the work fails afterwards.
 */
export async function consumeQuota(tx: Tx, request: QuotaRequest): Promise<QuotaAnswer> {
  const { accountId, meter, at } = request;
  const metering = (await loadMeterings(tx, { accountIds: [accountId], meters: [meter], since: at })).of(
    accountId,
    meter,
  );
  if (!metering) return NEVER_GRANTED;
  const period = usagePeriodAt(calendarAt(metering, at), at);
  const event = { ...request, metering, period, occurredAt: at.toString(), isLate: false };
  const consumed = await consumePlaced(tx, event, at);
  return {
    ...consumed,
    overage: overageOf(consumed.used, consumed.limit),
    resetsOn: period.endsOn,
  };
}

/**
 * Takes units of a quota or refuses. Errors: `billing.quota_used_up` (payment required) with `meter`, `used`, `limit` and
 * `resetsOn`.
 */
export async function demandQuota(tx: Tx, request: QuotaRequest): Promise<QuotaAnswer> {
  const answer = await consumeQuota(tx, request);
  if (answer.allowed) return answer;
  const { used, limit, resetsOn } = answer;
  const what = meterTitle(request.meter).toLowerCase();
  const words =
    resetsOn === null || limit === 0
      ? `Your plan has no ${what}. Choose a plan that has.`
      : `Your plan has ${limit} ${what} a month, and ${used} are used. There are new ones on ${resetsOn}; a larger plan has more.`;
  throw refuse("payment_required", "billing.quota_used_up", words, {
    data: { meter: request.meter, used, limit, resetsOn },
  });
}
