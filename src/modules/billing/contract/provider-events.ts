import { z } from "zod";
import { Instant } from "./money.ts";
import { page, pageOf } from "./paging.ts";

export const ProviderEventStatus = z.enum(["received", "processed", "ignored", "failed"]);
export const ProviderEventSummary = z.object({
  id: z.uuid(),
  provider: z.string(),
  eventId: z.string(),
  type: z.string(),
  ref: z.string().nullable(),
  source: z.enum(["webhook", "poll"]),
  status: ProviderEventStatus,
  outcome: z.string(),
  /** Word for word; null after 90 days. */
  payload: z.string().nullable(),
  occurredAt: Instant,
  receivedAt: Instant,
  processedAt: Instant.nullable(),
});
export const ListProviderEvents = z.object({
  provider: z.string().max(40).optional(),
  status: ProviderEventStatus.optional(),
  ref: z.string().max(200).optional(),
  ...page,
});
export const ProviderEventPage = pageOf(ProviderEventSummary);
export const ProviderEventRef = z.object({ providerEventId: z.uuid() });
export const ReplayedEvent = ProviderEventRef.extend({ status: z.literal("received") });
