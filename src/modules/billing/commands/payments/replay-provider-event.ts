import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { ProviderEventRef, ReplayedEvent } from "#modules/billing/contract/provider-events.ts";
import { processEvent } from "#modules/billing/jobs/payments/process-event.ts";

/** Looks into what a provider told once more; what is known already changes nothing. Errors: `billing.provider_event_unknown`. */
export const replayProviderEvent = defineCommand({
  name: "billing.replay_provider_event",
  title: "Look into what a payment provider told again",
  http: "POST /billing/provider-events/:providerEventId/replay",
  access: "billing:money",
  input: ProviderEventRef,
  output: ReplayedEvent,
  run: async ({ tx, input: { providerEventId }, enqueue }) => {
    const row = await firstRow(
      tx,
      sql`UPDATE billing.provider_event SET status = 'received', outcome = '', processed_at = NULL
          WHERE id = ${providerEventId} RETURNING id`,
    );
    if (!row) throw refuse("not_found", "billing.provider_event_unknown", "There is no such event.");
    await enqueue(processEvent, { providerEventId });
    return { providerEventId, status: "received" as const };
  },
});
