import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import {
  makeObject,
  moveObject,
  SANDBOX_COLUMNS,
  type SandboxObject,
} from "#modules/billing/payments/providers/sandbox/objects.ts";
import type { SandboxChoice } from "#modules/billing/rules/payments/sandbox-script.ts";

/** How long a payment of the script "timeout" gives no answer. */
const SILENCE = { minutes: 10 };
/** When the customer's bank takes a payment of the script "dispute" into question, and when it decides against us. */
const UNTIL_DISPUTE = { hours: 5 * 24 };
const UNTIL_LOST = { hours: 20 * 24 };

/** Takes the money of a payment, once; by the script a dispute follows on its day. */
export const capture = (db: Db, ref: string, script: SandboxChoice, now: Temporal.Instant) =>
  moveObject(
    db,
    ref,
    {
      from: ["open", "waiting"],
      to: "paid",
      captures: true,
      dueAt: script === "dispute" ? now.add(UNTIL_DISPUTE) : null,
    },
    now,
  );

/** Plays the script of a charge that was asked for. What was played already stays as it is. */
export async function play(db: Db, payment: SandboxObject, now: Temporal.Instant): Promise<void> {
  const { ref, script } = payment;
  if (script === "decline") await moveObject(db, ref, { from: ["open"], to: "declined" }, now);
  else if (script === "timeout")
    await moveObject(db, ref, { from: ["open"], to: "waiting", dueAt: now.add(SILENCE) }, now);
  else if (script !== "action") await capture(db, ref, script, now);
}

async function openDispute(db: Db, payment: SandboxObject, now: Temporal.Instant): Promise<void> {
  const dispute = await makeObject(
    db,
    {
      kind: "dispute",
      status: "made",
      idempotency_key: `dispute-${payment.ref}`,
      payment_ref: payment.ref,
      amount_minor: payment.amount_minor,
      currency: payment.currency,
    },
    now,
  );
  await moveObject(db, dispute.ref, { from: ["made"], to: "open", dueAt: now.add(UNTIL_LOST) }, now);
  await moveObject(db, payment.ref, { from: ["paid"], to: "disputed" }, now);
}

/** Lets happen what the clock has reached, in the order of its time and as of its time. */
export async function playDue(db: Db, now: Temporal.Instant): Promise<void> {
  for (;;) {
    const [due] = await rows<SandboxObject>(
      db,
      sql`SELECT ${SANDBOX_COLUMNS} FROM billing.sandbox_object
          WHERE due_at <= ${now.toString()} ORDER BY due_at, ref LIMIT 1`,
    );
    if (!due?.due_at) return;
    const at = Temporal.Instant.from(due.due_at);
    if (due.kind === "dispute") await moveObject(db, due.ref, { from: ["open"], to: "lost" }, at);
    else if (due.status === "waiting") await capture(db, due.ref, due.script, at);
    else await openDispute(db, due, at);
  }
}
