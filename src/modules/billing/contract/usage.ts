import { z } from "zod";
import { Day, Instant } from "./money.ts";

/** `studio.documents`: a module and what it counts. */
export const Meter = z
  .string()
  .max(80)
  .regex(/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$/, "must be a meter such as studio.documents");

/** The sender's own name of what happened; the same name is counted once. */
const EventKey = z.string().trim().min(1).max(200);

function isInstant(text: string): boolean {
  try {
    return Temporal.Instant.from(text).epochMilliseconds > 946_684_800_000;
  } catch {
    return false;
  }
}

/** One thing that was used. `quantity` in units of the meter; `occurredAt` ISO 8601 with offset. */
export const UsageEvent = z.object({
  accountId: z.uuid(),
  meter: Meter,
  eventKey: EventKey,
  quantity: z.number().int().min(1).max(1_000_000_000).default(1),
  occurredAt: z.iso.datetime({ offset: true }).refine(isInstant, "must be an instant of this century"),
});

export const RecordUsage = z.object({ events: z.array(UsageEvent).min(1).max(1000) });

/**
 * Why an event was not taken. `not_granted`: the account never had this meter. `too_old`: it lies more than 400 days back,
 * where nobody can tell any more whether it was counted.
 */
export const RejectReason = z.enum(["not_granted", "in_future", "too_old", "quota_used_up"]);
export type RejectReason = z.output<typeof RejectReason>;

/**
 * What became of a batch; the four counts add up to its size. Late events are counted, in their own period, which was over
 * when they came. `exceptions` names each event that was not simply accepted, by its place in the batch from 0.
 */
export const RecordedUsage = z.object({
  accepted: z.number().int(),
  late: z.number().int(),
  duplicate: z.number().int(),
  rejected: z.number().int(),
  exceptions: z.array(
    z.object({
      index: z.number().int(),
      eventKey: z.string(),
      outcome: z.enum(["late", "duplicate", "rejected"]),
      reason: RejectReason.nullable(),
    }),
  ),
});

/**
 * One meter in its present period (local days of `zone`, half-open). `limit` null: without limit. `overage` are units beyond
 * a soft quota, at `overageMinor` each in `currency`. `resetsAt` is when the next period begins.
 */
export const MeterUsage = z.object({
  meter: z.string(),
  title: z.string(),
  quota: z.enum(["hard", "soft"]),
  used: z.number().int(),
  limit: z.number().int().nullable(),
  overage: z.number().int(),
  overageMinor: z.number().int().nullable(),
  currency: z.string().nullable(),
  periodStartsOn: Day,
  periodEndsOn: Day,
  zone: z.string(),
  resetsAt: Instant,
});
export type MeterUsage = z.output<typeof MeterUsage>;

export const GetUsage = z.object({ accountId: z.uuid() });
export const GetMyUsage = z.object({ accountId: z.uuid() });
/** Meters the account has now, and counters of periods before, latest first. */
export const AccountUsage = z.object({
  accountId: z.uuid(),
  accountName: z.string(),
  meters: z.array(MeterUsage),
  past: z.array(
    z.object({
      meter: z.string(),
      title: z.string(),
      periodStartsOn: Day,
      periodEndsOn: Day,
      used: z.number().int(),
      events: z.number().int(),
      lateEvents: z.number().int(),
      duplicates: z.number().int(),
      billedOverage: z.number().int(),
    }),
  ),
});

export const ListUsage = z.object({
  text: z.string().trim().max(120).optional(),
  meter: Meter.optional(),
  standing: z.enum(["near", "over"]).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
/** Accounts by how much of a meter they used in the present period, most first. `share` 1 is the whole quota. */
export const UsagePage = z.object({
  items: z.array(
    z.object({
      accountId: z.uuid(),
      accountName: z.string(),
      meter: z.string(),
      title: z.string(),
      used: z.number().int(),
      limit: z.number().int().nullable(),
      share: z.number().nullable(),
      periodStartsOn: Day,
      periodEndsOn: Day,
      lateEvents: z.number().int(),
      duplicates: z.number().int(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

export const ListUsageEvents = z.object({
  accountId: z.uuid(),
  meter: Meter.optional(),
  periodStartsOn: Day.optional(),
  cursor: z.string().max(600).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
/** The events behind a counter, latest first. */
export const UsageEventPage = z.object({
  items: z.array(
    z.object({
      meter: z.string(),
      title: z.string(),
      eventKey: z.string(),
      quantity: z.number().int(),
      occurredAt: Instant,
      receivedAt: Instant,
      periodStartsOn: Day,
      isLate: z.boolean(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
