import type { Db } from "#kernel/db/database.ts";
import { type StoredNode, storedNodes } from "#modules/playbook/queries/stored-nodes.ts";
import { diffPlans } from "#modules/playbook/rules/import/index.ts";
import type { ImportedPlan, LineRange } from "#modules/playbook/rules/import/types.ts";

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

const CHANGES = { added: "added", changed: "changed", removed: "removed", moved: "moved" } as const;

function compare(stored: readonly StoredNode[], reading: ImportedPlan): Comparison {
  const diff = diffPlans(
    stored.map(({ id: _, ...node }) => node),
    reading.nodes,
  );
  const keep = (path: string) => diff.kept[path] ?? path;
  const staying = new Set(diff.nodes.map(({ path }) => path));
  return {
    reading: {
      ...reading,
      nodes: diff.nodes,
      targets: reading.targets.map((target) => ({ ...target, node: keep(target.node) })),
      questions: reading.questions.map((question) =>
        question.node ? { ...question, node: keep(question.node) } : question,
      ),
    },
    known: new Map(stored.map(({ path, id }) => [path, id])),
    removedIds: stored.filter(({ path }) => !staying.has(path)).map(({ id }) => id),
    changes: diff.changes.map(({ type, kind, path, before, after }) => ({
      kind,
      path,
      change: CHANGES[type],
      before: before?.text ?? null,
      after: after?.text ?? null,
      lines: after?.lines ?? null,
    })),
  };
}
