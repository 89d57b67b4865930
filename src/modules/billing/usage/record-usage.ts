import type { Tx } from "#kernel/db/database.ts";
import type { RejectReason } from "#modules/billing/contract/usage.ts";
import { calendarAt, loadMeterings, type Metering } from "#modules/billing/queries/usage/load-meters.ts";
import { judgeEvent, takenAt } from "#modules/billing/rules/usage/judge-event.ts";
import { type UsagePeriod, usagePeriodAt } from "#modules/billing/rules/usage/usage-period.ts";
import { consumePlaced } from "#modules/billing/usage/consume-placed.ts";
import {
  countEvents,
  eventName,
  inLockOrder,
  type PlacedEvent,
} from "#modules/billing/usage/count-events.ts";

/** Something that was used. `occurredAt` ISO 8601. */
export interface UsageFact {
  accountId: string;
  meter: string;
  eventKey: string;
  quantity: number;
  occurredAt: string;
}

/** What became of one event. */
export interface EventOutcome {
  outcome: "accepted" | "late" | "duplicate" | "rejected";
  reason: RejectReason | null;
}

const outcome = (kind: EventOutcome["outcome"], reason: RejectReason | null = null): EventOutcome => ({
  outcome: kind,
  reason,
});

const isWithin = (period: UsagePeriod, at: Temporal.Instant): boolean =>
  Temporal.Instant.compare(period.fromAt, at) <= 0 && Temporal.Instant.compare(at, period.untilAt) < 0;

/** Finds periods; most events of a batch fall into one that another event fell into. */
function periodFinder() {
  const known = new Map<unknown, UsagePeriod[]>();
  return (metering: Metering, at: Temporal.Instant): UsagePeriod => {
    const calendar = calendarAt(metering, at);
    const periods = known.get(calendar) ?? [];
    known.set(calendar, periods);
    const found = periods.find((period) => isWithin(period, at));
    if (found) return found;
    const period = usagePeriodAt(calendar, at);
    periods.push(period);
    return period;
  };
}

interface Judged extends PlacedEvent {
  metering: Metering;
  kind: "soft" | "hard";
}

/** The place of each event, or why it has none. */
async function judge(
  tx: Tx,
  facts: readonly UsageFact[],
  now: Temporal.Instant,
): Promise<(Judged | RejectReason)[]> {
  const instants = facts.map(({ occurredAt }) => Temporal.Instant.from(occurredAt));
  const meterings = await loadMeterings(tx, {
    accountIds: [...new Set(facts.map(({ accountId }) => accountId))],
    meters: [...new Set(facts.map(({ meter }) => meter))],
    since: instants.reduce((a, b) => (Temporal.Instant.compare(a, b) < 0 ? a : b), now),
  });
  const periodOf = periodFinder();
  const taken = takenAt(now);
  return facts.map((fact, index) => {
    const metering = meterings.of(fact.accountId, fact.meter);
    const at = instants[index] ?? now;
    const kind = judgeEvent(metering?.grants, at, taken);
    if (kind !== "soft" && kind !== "hard") return kind;
    if (!metering) return "not_granted";
    const period = periodOf(metering, at);
    return { ...fact, kind, metering, period, isLate: Temporal.Instant.compare(period.untilAt, now) <= 0 };
  });
}

async function takeHard(tx: Tx, event: Judged, now: Temporal.Instant): Promise<EventOutcome> {
  const { allowed, isRepeat } = await consumePlaced(tx, event, now);
  if (isRepeat) return outcome("duplicate");
  if (!allowed) return outcome("rejected", "quota_used_up");
  return outcome(event.isLate ? "late" : "accepted");
}

/**
 * Counts what was used, each event once, in the period it happened in; gives what became of each, in the order given.
 * Events of hard meters are taken one by one and rejected where the quota would be exceeded: ask `consumeQuota` before the
 * work rather than tell afterwards.
 */
export async function recordUsage(
  tx: Tx,
  facts: readonly UsageFact[],
  now: Temporal.Instant,
): Promise<EventOutcome[]> {
  const judged = await judge(tx, facts, now);
  const placed = judged.filter((one) => typeof one !== "string");
  const fresh = await countEvents(
    tx,
    placed.filter(({ kind }) => kind === "soft"),
    now,
  );
  const hard = new Map<Judged, EventOutcome>();
  for (const event of inLockOrder(placed.filter(({ kind }) => kind === "hard")))
    hard.set(event, await takeHard(tx, event, now));
  return judged.map((one) => {
    if (typeof one === "string") return outcome("rejected", one);
    const taken = hard.get(one);
    if (taken) return taken;
    // Of one name twice in a batch the first is the new one.
    if (fresh.delete(eventName(one))) return outcome(one.isLate ? "late" : "accepted");
    return outcome("duplicate");
  });
}
