import { randomInt } from "node:crypto";
import { firstRow, sql } from "#kernel/db/sql.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";

/** Bits of one list: the least that lets a badge hide among others (W3C Bitstring Status List 1.0, 6.1). */
export const LIST_SIZE = 131_072;

// Half full, a place at random is free at every second try.
const MOST_USED = LIST_SIZE / 2;

/** The list new badges come into, locked: places are given one after the other. */
async function lockOpenList({ tx, now }: AcademyContext): Promise<{ number: number }> {
  // Serialises the very first of a list as well, which has no row to lock.
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended('academy.badge_list', 0))`);
  const open = await firstRow<{ number: number }>(
    tx,
    sql`SELECT number FROM academy.badge_list WHERE used < ${MOST_USED} ORDER BY number DESC LIMIT 1`,
  );
  if (open) return open;
  const made = await firstRow<{ number: number }>(
    tx,
    sql`INSERT INTO academy.badge_list (number, size, created_at)
        SELECT coalesce(max(number), 0) + 1, ${LIST_SIZE}, ${now.toString()} FROM academy.badge_list RETURNING number`,
  );
  if (!made) throw new Error("A list of badges was not made");
  return made;
}

/** Gives a new badge its bit, at a place that tells nothing of when it was issued. */
export async function takeStatusPlace(ctx: AcademyContext): Promise<{ list: number; index: number }> {
  const { number } = await lockOpenList(ctx);
  await ctx.tx.execute(sql`UPDATE academy.badge_list SET used = used + 1 WHERE number = ${number}`);
  for (;;) {
    const index = randomInt(LIST_SIZE);
    const taken = await firstRow(
      ctx.tx,
      sql`SELECT 1 FROM academy.certificate WHERE status_list = ${number} AND status_index = ${index}`,
    );
    if (!taken) return { list: number, index };
  }
}
