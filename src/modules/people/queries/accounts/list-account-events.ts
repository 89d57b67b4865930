import { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { TimelineEntry } from "#kernel/module.ts";
import { permissionsOf } from "#kernel/operation/access.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { getAccount } from "#modules/people/accounts/account.ts";
import { AccountTimeline } from "#modules/people/contract/lists.ts";
import { isoInstant } from "#modules/people/queries/iso-instant.ts";

interface EventRow {
  seq: number;
  id: string;
  name: string;
  payload: unknown;
  occurred_at: string;
  by: string | null;
}

/** An account's own id and those of all accounts that are part of it now: their history is its own. */
export async function partsOf(db: Db, accountId: string): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    sql`WITH RECURSIVE part (id) AS (
          SELECT ${accountId}::uuid
          UNION SELECT a.id FROM people.account a JOIN part ON a.merged_into_id = part.id)
        SELECT id FROM part`,
  );
  return found.map(({ id }) => id);
}

/** A sentence that cannot be told must not take the others away; its title is left. */
function tell(entry: TimelineEntry, payload: unknown, title: string): { text: string; href?: string } {
  try {
    return entry.tell(payload);
  } catch {
    return { text: title };
  }
}

/** What happened to a customer in all parts, newest first, as far as the caller may see it. Errors: `people.account_unknown`. */
export const listAccountEvents = defineQuery({
  name: "people.list_account_events",
  title: "List what happened to a customer",
  http: "GET /customers/:accountId/events",
  access: "people:read",
  input: z.object({
    accountId: z.uuid(),
    limit: z.number().int().min(1).max(200).default(50),
    cursor: z
      .string()
      .regex(/^\d{1,15}$/, "is not from this list")
      .optional(),
  }),
  output: AccountTimeline,
  load: (db, { accountId }) => getAccount(db, accountId),
  run: async ({ db, actor, runtime, input }) => {
    const { registry } = runtime();
    const granted = permissionsOf(registry, actor);
    const entries = new Map(
      registry.modules
        .flatMap((module) => [...(module.timeline ?? [])])
        .filter(({ permission }) => granted.has(permission))
        .map((entry) => [entry.event, entry]),
    );
    const accounts = await partsOf(db, input.accountId);
    const found = await rows<EventRow>(
      db,
      sql`SELECT e.seq, e.id, e.name, e.payload, e.occurred_at, p.name AS by
          FROM kernel.event e LEFT JOIN auth.person p ON p.id = e.actor_person_id
          WHERE e.payload ? 'accountId' AND e.payload->>'accountId' = ANY(${sql.param(accounts)}::text[])
            AND e.name = ANY(${sql.param([...entries.keys()])}::text[])
            AND ${input.cursor ? sql`e.seq < ${input.cursor}::bigint` : sql`true`}
          ORDER BY e.seq DESC LIMIT ${input.limit + 1}`,
    );
    const page = found.slice(0, input.limit);
    return {
      items: page.flatMap(({ id, name, payload, occurred_at, by }) => {
        const entry = entries.get(name);
        if (!entry) return [];
        const { text, href } = tell(entry, payload, registry.events.get(name)?.title ?? name);
        return [{ eventId: id, at: isoInstant(occurred_at), text, href: href ?? null, by }];
      }),
      nextCursor: found.length > input.limit ? String(page.at(-1)?.seq ?? "") : null,
    };
  },
});
