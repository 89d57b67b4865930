import type { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ActivityPage, ListActivity } from "#modules/playbook/contract/activity.ts";
import { activityNames } from "#modules/playbook/queries/activity-names.ts";
import { companyDay } from "#modules/playbook/queries/company-day.ts";
import { isoAt, personRef } from "#modules/playbook/queries/fragments.ts";
import { readCursor, toPage } from "#modules/playbook/queries/paging.ts";
import { aboutOf } from "#modules/playbook/rules/activity/about.ts";
import { ACTIVITY_AREAS } from "#modules/playbook/rules/activity/areas.ts";
import { tell } from "#modules/playbook/rules/activity/tell.ts";

interface Row {
  id: string;
  seq: number;
  at: string;
  event: string;
  payload: Record<string, unknown>;
  actor: { id: string; name: string } | null;
}

/** Facts of the plan alone: what other modules tell is not everybody's to read. */
function narrowed({ aboutId, personId, what, cursor }: z.output<typeof ListActivity>) {
  const after = readCursor(cursor);
  return sql.join(
    [
      sql`e.name LIKE 'playbook.%'`,
      aboutId
        ? sql`AND (${aboutId} IN (e.payload->>'nodeId', e.payload->>'deliverableId', e.payload->>'riskId',
                e.payload->>'workPackageId', e.payload->>'subjectId', e.payload->>'reviewId',
                e.payload->>'experimentId', e.payload->>'gateId') OR e.payload->'deliverableIds' ? ${aboutId})`
        : sql``,
      what ? sql`AND e.name IN ${ACTIVITY_AREAS[what]}` : sql``,
      personId ? sql`AND e.actor_person_id = ${personId}` : sql``,
      after ? sql`AND e.seq < ${Number(after.key)}` : sql``,
    ],
    sql` `,
  );
}

/** What happened in the plan, newest first, in sentences. */
export const listActivity = defineQuery({
  name: "playbook.list_activity",
  title: "List what happened in the plan",
  http: "GET /playbook/activity",
  access: "playbook:read",
  input: ListActivity,
  output: ActivityPage,
  run: async (context) => {
    const { db, input, metrics } = context;
    const found = await rows<Row>(
      db,
      sql`SELECT e.id, e.seq, ${isoAt(sql`e.occurred_at`)} AS at, e.name AS event, e.payload,
                 ${personRef(sql`e.actor_person_id`)} AS actor
          FROM kernel.event e WHERE ${narrowed(input)} ORDER BY e.seq DESC LIMIT ${input.limit + 1}`,
    );
    const { items, nextCursor } = toPage(found, input.limit, ({ seq, id }) => ({ key: String(seq), id }));
    const { today } = await companyDay(context);
    const names = await activityNames(
      db,
      items.map(({ payload }) => payload),
      { metrics, today },
    );
    const { events } = context.runtime().registry;
    const activity = items.map(({ id, at, event, payload, actor }) => {
      const title = events.get(event)?.title ?? "Something happened";
      const about = aboutOf({ payload });
      const nodeKind = about?.kind === "node" ? names.nodeKind(about.id) : undefined;
      return {
        id,
        at,
        event,
        actor,
        sentence: tell({ event, title, payload, who: actor?.name ?? null }, names),
        about: about && { ...about, ...(nodeKind ? { nodeKind } : {}) },
      };
    });
    return { activity, nextCursor };
  },
});
