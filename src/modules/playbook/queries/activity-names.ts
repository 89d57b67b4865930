import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { MetricRegistry } from "#kernel/metrics/registry.ts";
import { idList } from "#modules/playbook/queries/bindings.ts";
import { triggerStyle } from "#modules/playbook/queries/trigger-style.ts";
import type { Names } from "#modules/playbook/rules/activity/types.ts";
import { formatDay } from "#modules/playbook/rules/calendar/format-date.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Every id that payloads mention. */
function idsIn(payloads: readonly Readonly<Record<string, unknown>>[]): string[] {
  const values = payloads.flatMap((payload) => Object.values(payload)).flat();
  return [
    ...new Set(values.filter((value): value is string => typeof value === "string" && UUID.test(value))),
  ];
}

/** What the ids in facts stand for, in one query: names for sentences, kinds for links. */
export async function activityNames(
  db: Db,
  payloads: readonly Readonly<Record<string, unknown>>[],
  { metrics, today }: { metrics: MetricRegistry; today: string },
): Promise<Names & { nodeKind(id: string): string | undefined }> {
  const ids = idsIn(payloads);
  const found = await rows<{ id: string; name: string; kind: string; isPerson: boolean }>(
    db,
    sql`WITH wanted AS (SELECT * FROM ${idList(ids)} AS wanted (id))
        SELECT id, text AS name, kind, false AS "isPerson" FROM playbook.node JOIN wanted USING (id)
        UNION ALL
        SELECT g.id, coalesce('Gate to ' || o.text, 'Gate at the end of ' || p.text), 'gate', false
        FROM playbook.gate g JOIN wanted USING (id) JOIN playbook.node p ON p.id = g.phase_id
        LEFT JOIN playbook.node o ON o.id = g.opens_phase_id
        UNION ALL
        SELECT id, name, 'person', true FROM auth.person JOIN wanted USING (id)`,
  );
  const byId = new Map(found.map((row) => [row.id, row]));
  return {
    thing: (id) => byId.get(String(id))?.name ?? "something that is gone",
    person: (id) => byId.get(String(id))?.name ?? "somebody who left",
    metric: (key) => triggerStyle(metrics, String(key), "").title,
    day: (date) => formatDay(String(date), today),
    nodeKind: (id) => byId.get(id)?.kind,
  };
}
