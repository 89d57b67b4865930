import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { CommandContext } from "#kernel/operation/operation.ts";
import { webhookWaitAfter } from "#kernel/webhooks/backoff.ts";
import type { WebhookAnswer } from "#kernel/webhooks/post-webhook.ts";
import { WebhookDisabled } from "#modules/platform/events.ts";
import { type AttemptVerdict, judgeAttempt } from "#modules/platform/rules/judge-attempt.ts";
import type { DeliveryRow } from "#modules/platform/webhook-rows.ts";

interface Settling {
  tx: Tx;
  now: Temporal.Instant;
  emit: CommandContext<undefined>["emit"];
  retryAt(instant: Temporal.Instant): Promise<void>;
}

const writeLog = (tx: Tx, deliveryId: string, { at, answer }: { at: string; answer: WebhookAnswer }) =>
  tx.execute(
    sql`INSERT INTO platform.webhook_attempt (id, delivery_id, at, status_code, error, response, duration_ms)
        VALUES (${newId()}, ${deliveryId}, ${at}, ${answer.status ?? null}, ${answer.error ?? null},
                ${answer.response ?? null}, ${answer.durationMs})`,
  );

/** The lock makes tries of one endpoint agree about since when it fails, and switch it off once. */
async function judge(tx: Tx, delivery: DeliveryRow, facts: { status?: number; now: Temporal.Instant }) {
  const endpoint = await firstRow<{ failing_since: string | null; enabled: boolean }>(
    tx,
    sql`SELECT failing_since, enabled FROM platform.webhook_endpoint WHERE id = ${delivery.endpoint_id} FOR UPDATE`,
  );
  const since = endpoint?.failing_since;
  const verdict = judgeAttempt({
    status: facts.status,
    now: facts.now,
    failingSince: since ? Temporal.Instant.from(since) : null,
    wait: webhookWaitAfter(delivery.attempts),
  });
  return { verdict, wasEnabled: endpoint?.enabled ?? false };
}

const writeVerdict = (
  tx: Tx,
  deliveryId: string,
  { status, retryAt, now }: AttemptVerdict & { now: string },
) =>
  tx.execute(
    sql`UPDATE platform.webhook_delivery
        SET status = ${status}, claimed_until = NULL, next_attempt_at = ${retryAt?.toString() ?? null},
            settled_at = ${status === "pending" ? null : now}
        WHERE id = ${deliveryId}`,
  );

/** Notes what a try brought: the log, the delivery's state, the endpoint's health, and the next try. */
export async function settleAttempt(
  { tx, now, emit, retryAt }: Settling,
  delivery: DeliveryRow,
  answer: WebhookAnswer,
): Promise<void> {
  const at = now.toString();
  const { verdict, wasEnabled } = await judge(tx, delivery, { status: answer.status, now });
  await writeLog(tx, delivery.id, { at, answer });
  await writeVerdict(tx, delivery.id, { ...verdict, now: at });
  await tx.execute(
    sql`UPDATE platform.webhook_endpoint
        SET failing_since = ${verdict.failingSince?.toString() ?? null},
            enabled = enabled AND ${verdict.disable === null},
            disabled_reason = coalesce(${verdict.disable}, disabled_reason)
        WHERE id = ${delivery.endpoint_id}`,
  );
  if (verdict.retryAt) await retryAt(verdict.retryAt);
  if (verdict.disable && wasEnabled)
    await emit(WebhookDisabled, { endpointId: delivery.endpoint_id, reason: verdict.disable });
}
