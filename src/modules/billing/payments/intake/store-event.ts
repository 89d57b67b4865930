import { firstRow, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { processEvent } from "#modules/billing/jobs/payments/process-event.ts";
import type { ProviderEvent } from "#modules/billing/payments/providers/provider.ts";

/** PostgreSQL keeps no NUL in text. */
const storable = (text: string): string => text.replaceAll("\0", "");

/** Keeps what a provider told, once for its id, and has it looked into after the commit. False: it was known. */
export async function storeEvent(
  ctx: BillingContext,
  provider: string,
  told: ProviderEvent & { source: "webhook" | "poll" },
): Promise<boolean> {
  const stored = await firstRow<{ id: string }>(
    ctx.tx,
    sql`INSERT INTO billing.provider_event (id, provider, event_id, type, ref, payload, source, status, occurred_at,
          received_at)
        VALUES (${newId()}, ${provider}, ${storable(told.eventId)}, ${storable(told.type)}, ${told.ref},
                ${storable(told.payload)}, ${told.source}, 'received', ${told.occurredAt.toString()},
                ${ctx.now.toString()})
        ON CONFLICT (provider, event_id) DO NOTHING RETURNING id`,
  );
  if (!stored) return false;
  await ctx.enqueue(processEvent, { providerEventId: stored.id });
  return true;
}
