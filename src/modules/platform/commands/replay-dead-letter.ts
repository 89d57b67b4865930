import { z } from "zod";
import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { deliver } from "#kernel/events/dispatch.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { ReplayOutcome } from "#modules/platform/contract.ts";
import { lockDeadLetter } from "#modules/platform/dead-letter-rows.ts";

type EventRow = Parameters<typeof deliver>[3];

async function eventAt(tx: Tx, seq: number): Promise<EventRow> {
  const event = await firstRow<EventRow>(
    tx,
    sql`SELECT seq, xid::text, id, name, version, payload, occurred_at, actor_person_id, request_id
        FROM kernel.event WHERE seq = ${seq}`,
  );
  if (!event) throw new Error(`Dead letter of event ${seq}, which does not exist`);
  return event;
}

/**
 * Hands the event to its subscriber once more. When that fails again the letter stays, with the new reason.
 * Errors: `platform.dead_letter_not_found`, `platform.dead_letter_settled`, `platform.subscriber_gone`.
 */
export const replayDeadLetter = defineCommand({
  name: "platform.replay_dead_letter",
  title: "Handle an event again",
  http: "POST /dead-letters/:deadLetterId/replay",
  access: "platform:manage",
  input: z.object({ deadLetterId: z.uuid() }),
  output: ReplayOutcome,
  load: (tx, { deadLetterId }) => lockDeadLetter(tx, deadLetterId),
  run: async ({ tx, now, runtime }, letter) => {
    const house = runtime();
    const subscriber = house.registry.subscribers.find(({ name }) => name === letter.subscriber);
    if (!subscriber)
      throw refuse(
        "conflict",
        "platform.subscriber_gone",
        "The part that listened for this is not installed any more.",
      );
    const event = await eventAt(tx, letter.event_seq);
    try {
      await tx.transaction((savepoint) => deliver(house, savepoint, subscriber, event, now));
    } catch (caught) {
      const error = caught instanceof Error ? caught.message : String(caught);
      await tx.execute(
        sql`UPDATE kernel.dead_letter
            SET error = ${error}, attempts = attempts + 1, failed_at = ${now.toString()} WHERE id = ${letter.id}`,
      );
      return { deadLetterId: letter.id, delivered: false, error };
    }
    await tx.execute(
      sql`UPDATE kernel.dead_letter SET replayed_at = ${now.toString()} WHERE id = ${letter.id}`,
    );
    return { deadLetterId: letter.id, delivered: true, error: null };
  },
});
