import type { Tx } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { NodeRow } from "#modules/playbook/commands/import/node-rows.ts";
import type { PlanContent } from "#modules/playbook/rules/import/types.ts";
import { buildNetwork } from "#modules/playbook/rules/schedule/network.ts";
import type { Link } from "#modules/playbook/rules/schedule/types.ts";

interface StoredLink extends Link {
  id: string;
  imported: boolean;
  removed: boolean;
}

const pairOf = ({ from, to }: { from: string; to: string }) => `${from} ${to}`;

const storedLinks = (tx: Tx, planId: string) =>
  rows<StoredLink>(
    tx,
    sql`SELECT id, from_id AS "from", to_id AS "to", type, lag_days AS "lagDays", imported, removed_at IS NOT NULL AS removed
        FROM playbook.dependency WHERE plan_id = ${planId}`,
  );

/** Takes links in their order as long as nothing waits for itself through them. */
function withoutRings(ids: readonly string[], kept: readonly Link[], wanted: readonly Link[]): Link[] {
  const packages = ids.map((id) => ({ id, progress: 0 }));
  const fits = (links: readonly Link[]) => buildNetwork({ packages, links: [...kept, ...links] }).ok;
  if (fits(wanted)) return [...wanted];
  return wanted.reduce<Link[]>((taken, link) => (fits([...taken, link]) ? [...taken, link] : taken), []);
}

/**
 * Brings the links that the source asks for up to its “Depends on” lines. What a person linked stays, what a person
 * removed does not come back, and a ring is broken at the link that closes it.
 */
export async function importLinks(
  tx: Tx,
  planId: string,
  source: { reading: Pick<PlanContent, "nodes">; nodes: readonly NodeRow[]; now: string },
): Promise<void> {
  const dependencies = source.reading.nodes.flatMap(({ path, dependsOn = [] }) =>
    dependsOn.map((from) => ({ from, to: path })),
  );
  const idOf = new Map(source.nodes.map(({ path, id }) => [path, id]));
  const stored = await storedLinks(tx, planId);
  const current = stored.filter(({ removed }) => !removed);
  const own = current.filter(({ imported }) => !imported);
  const refused = new Set(
    [...own, ...stored.filter(({ removed, imported }) => removed && imported)].map(pairOf),
  );
  const asked = dependencies.flatMap(({ from, to }): Link[] => {
    const ends = { from: idOf.get(from) ?? "", to: idOf.get(to) ?? "" };
    return ends.from && ends.to && !refused.has(pairOf(ends)) ? [{ ...ends, type: "FS", lagDays: 0 }] : [];
  });
  const unique = [...new Map(asked.map((link) => [pairOf(link), link])).values()];
  const ids = source.nodes.flatMap(({ kind, id }) => (kind === "workPackage" ? [id] : []));
  const wanted = withoutRings(ids, own, unique);
  const pairs = new Set(wanted.map(pairOf));
  const gone = current.filter((link) => link.imported && !pairs.has(pairOf(link))).map(({ id }) => id);
  const there = new Set(current.map(pairOf));
  const added = wanted
    .filter((link) => !there.has(pairOf(link)))
    .map(({ from, to }) => ({ id: newId(), from_id: from, to_id: to }));
  // A link that the source dropped is no longer its own, so that it may come back with a later version of the file.
  await tx.execute(
    sql`UPDATE playbook.dependency SET removed_at = ${source.now}, imported = false
        WHERE id = ANY (${sql.param(gone)}::uuid[])`,
  );
  await tx.execute(
    sql`INSERT INTO playbook.dependency (id, plan_id, from_id, to_id, type, lag_days, created_at, imported)
        SELECT id, ${planId}, from_id, to_id, 'FS', 0, ${source.now}, true
        FROM jsonb_to_recordset(${JSON.stringify(added)}::jsonb) AS r (id uuid, from_id uuid, to_id uuid)`,
  );
}
