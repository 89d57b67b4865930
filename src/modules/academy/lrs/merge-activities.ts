import type { Db, Tx } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { hashKey } from "#modules/academy/lrs/hash-key.ts";
import { stableJson } from "#modules/academy/rules/lrs/comparable-statement.ts";
import type { DefinedActivity } from "#modules/academy/rules/lrs/defined-activities.ts";
import type { JsonObject } from "#modules/academy/rules/lrs/json-values.ts";
import { mergeDefinitions } from "#modules/academy/rules/lrs/merge-definitions.ts";
import { filterKey } from "#modules/academy/rules/lrs/statement-keys.ts";

const keyOf = (iri: string): string => hashKey(filterKey.activity(iri));

interface Told {
  key: string;
  id: string;
  definitions: JsonObject[];
}

/** What was told, by activity, in the order of their keys: all who write lock in one order. */
function byActivity(defined: readonly DefinedActivity[]): Told[] {
  const told = new Map<string, Told>();
  for (const { id, definition } of defined) {
    const one = told.get(id) ?? { key: keyOf(id), id, definitions: [] };
    one.definitions.push(definition);
    told.set(id, one);
  }
  return [...told.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

async function loadKnown(db: Db, keys: readonly string[], lock: boolean): Promise<Map<string, JsonObject>> {
  const found = await rows<{ key: string; definition: string }>(
    db,
    sql`SELECT replace(key::text, '-', '') AS key, definition FROM academy.lrs_activity
        WHERE key = ANY (${sql.param(keys)}::uuid[]) ORDER BY lrs_activity.key ${lock ? sql`FOR UPDATE` : sql``}`,
  );
  return new Map(found.map(({ key, definition }) => [key, JSON.parse(definition)]));
}

/** Activities whose definition changes by what was told, with the new one. */
function changes(told: readonly Told[], known: ReadonlyMap<string, JsonObject>) {
  return told.flatMap(({ key, id, definitions }) => {
    const before = known.get(key);
    const after = definitions.reduce(mergeDefinitions, before ?? {});
    return before && stableJson(before) === stableJson(after) ? [] : [{ key, id, after }];
  });
}

const columns = (changed: readonly { key: string; id: string; after: JsonObject }[]) =>
  sql`unnest(${sql.param(changed.map(({ key }) => key))}::uuid[], ${sql.param(changed.map(({ id }) => id))}::text[],
        ${sql.param(changed.map(({ after }) => JSON.stringify(after)))}::text[]) AS told (key, id, definition)`;

/** Adds what statements said of activities to what is known of them. */
export async function mergeActivities(
  tx: Tx,
  defined: readonly DefinedActivity[],
  now: Temporal.Instant,
): Promise<void> {
  const told = byActivity(defined);
  const keys = told.map(({ key }) => key);
  if (keys.length === 0) return;
  const changed = changes(told, await loadKnown(tx, keys, false));
  if (changed.length === 0) return;
  // A new row may be somebody else's in the same moment: then theirs is waited for, and added to like any other.
  const added = await rows<{ key: string }>(
    tx,
    sql`INSERT INTO academy.lrs_activity (key, activity_id, definition, updated_at)
        SELECT key, id, definition, ${now.toString()}::timestamptz FROM ${columns(changed)} ORDER BY key
        ON CONFLICT DO NOTHING RETURNING replace(key::text, '-', '') AS key`,
  );
  const fresh = new Set(added.map(({ key }) => key));
  const older = told.filter(({ key }) => !fresh.has(key) && changed.some((one) => one.key === key));
  if (older.length === 0) return;
  const known = await loadKnown(
    tx,
    older.map(({ key }) => key),
    true,
  );
  const still = changes(older, known);
  if (still.length === 0) return;
  await tx.execute(
    sql`UPDATE academy.lrs_activity a SET definition = told.definition, updated_at = ${now.toString()}
        FROM ${columns(still)} WHERE a.key = told.key`,
  );
}

/** What is known of activities, by IRI; those nobody defined are not in it. */
export async function definitionsOf(db: Db, iris: readonly string[]): Promise<Map<string, JsonObject>> {
  const known = await loadKnown(db, iris.map(keyOf), false);
  return new Map(
    iris.flatMap((iri) => {
      const definition = known.get(keyOf(iri));
      return definition ? [[iri, definition] as const] : [];
    }),
  );
}
