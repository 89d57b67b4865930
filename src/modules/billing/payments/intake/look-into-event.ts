import { firstRow, sql } from "#kernel/db/sql.ts";
import { isAppError } from "#kernel/errors.ts";
import { type Applied, applyObject } from "#modules/billing/payments/intake/apply-object.ts";
import type { PaymentHouse } from "#modules/billing/payments/payment-house.ts";

interface StoredEvent {
  id: string;
  provider: string;
  ref: string | null;
}

async function note(
  house: PaymentHouse,
  id: string,
  came: { status: Applied["status"] | "failed"; outcome: string },
) {
  await house.db.execute(
    sql`UPDATE billing.provider_event
        SET status = ${came.status}, outcome = ${came.outcome.slice(0, 500)}, processed_at = ${house.now.toString()}
        WHERE id = ${id}`,
  );
}

async function look(house: PaymentHouse, event: StoredEvent): Promise<Applied> {
  if (!event.ref) return { status: "ignored", outcome: "It names nothing that could be looked up." };
  const provider = await house.open(event.provider);
  return applyObject(house, event.provider, await provider.fetch({ ref: event.ref }));
}

/**
 * Looks into what a provider told: fetches the object it names and moves our side on to it. What fails is noted and thrown,
 * to be tried again. Safe to run twice, and at the same time.
 */
export async function lookIntoEvent(house: PaymentHouse, providerEventId: string): Promise<void> {
  const event = await firstRow<StoredEvent>(
    house.db,
    sql`SELECT id, provider, ref FROM billing.provider_event
        WHERE id = ${providerEventId} AND status IN ('received', 'failed')`,
  );
  if (!event) return;
  try {
    await note(house, event.id, await look(house, event));
  } catch (error) {
    const outcome = isAppError(error) ? error.message : "Something failed on our side. It is logged.";
    await note(house, event.id, { status: "failed", outcome });
    throw error;
  }
}
