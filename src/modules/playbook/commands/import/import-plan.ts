import { firstRow, sql } from "#kernel/db/sql.ts";
import type { Tx } from "#kernel/db/database.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { type CommandContext, defineCommand } from "#kernel/operation/operation.ts";
import { importSchedule } from "#modules/playbook/commands/import/import-schedule.ts";
import { nodeRows } from "#modules/playbook/commands/import/node-rows.ts";
import { writeGates } from "#modules/playbook/commands/import/write-gates.ts";
import { removeNodes, writeNodes } from "#modules/playbook/commands/import/write-nodes.ts";
import { writeSource } from "#modules/playbook/commands/import/write-source.ts";
import { writeQuestions, writeTargets } from "#modules/playbook/commands/import/write-targets.ts";
import { writeProofs } from "#modules/playbook/commands/import/write-proofs.ts";
import { judgeDeliverables } from "#modules/playbook/commands/judge-deliverables.ts";
import { judgeCriteria } from "#modules/playbook/commands/judging.ts";
import { ImportedPlan, PlanFile } from "#modules/playbook/contract/plan.ts";
import { PlanImported } from "#modules/playbook/events.ts";
import { type ActivePlan, findActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { compareWithPlan, type Comparison } from "#modules/playbook/queries/compare-with-plan.ts";
import type { ImportedPlan as Reading } from "#modules/playbook/rules/import/types.ts";
import { readPlanFile } from "#modules/playbook/commands/import/read-plan-file.ts";

/** From here on an import changes what the planner should know of the tables; a small one is left to autovacuum. */
const MANY_NODES = 2000;

/** One import at a time, also the very first, when there is no row to lock yet. */
async function lockPlan(tx: Tx): Promise<ActivePlan | undefined> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended('playbook.import', 0))`);
  return findActivePlan(tx);
}

async function createPlan(
  context: CommandContext<unknown>,
  { title, currency }: { title: string; currency: string },
  startOn: string | null,
): Promise<ActivePlan> {
  if (!startOn)
    throw refuse("invalid", "playbook.start_needed", "Say on which day the plan starts.", {
      issues: [{ path: "startOn", message: "Say on which day the plan starts" }],
    });
  const id = newId();
  await context.tx.execute(
    sql`INSERT INTO playbook.plan (id, title, start_on, currency, created_at)
        VALUES (${id}, ${title}, ${startOn}, ${currency}, ${context.now.toString()})`,
  );
  return {
    id,
    title,
    startOn,
    currency,
    language: "en",
    calendarStart: null,
    sourceId: null,
    workingWeekdays: [1, 2, 3, 4, 5],
    holidays: [],
  };
}

async function sameAsBefore(tx: Tx, plan: ActivePlan | undefined, sha256: string): Promise<boolean> {
  if (!plan?.sourceId) return false;
  const source = await firstRow<{ sha256: string }>(
    tx,
    sql`SELECT sha256 FROM playbook.source WHERE id = ${plan.sourceId}`,
  );
  return source?.sha256 === sha256;
}

interface Change {
  plan: ActivePlan;
  reading: Reading;
  comparison: Comparison;
  first: boolean;
  startMoved: boolean;
}

async function writePlan(
  context: CommandContext<unknown>,
  { plan, reading, comparison, first, startMoved }: Change,
): Promise<void> {
  const { tx } = context;
  const now = context.now.toString();
  const nodes = nodeRows(comparison.reading, comparison.known, plan.startOn);
  const byPath = new Map(nodes.map((node) => [node.path, node]));
  await removeNodes(tx, comparison.removedIds, now);
  await writeNodes(tx, plan.id, nodes, { now, startMoved });
  await writeTargets(tx, plan.id, comparison.reading, byPath, now);
  await writeQuestions(tx, plan.id, comparison.reading, byPath, now);
  await writeGates(tx, plan.id, nodes, now);
  await importSchedule(context, plan, { reading: comparison.reading, nodes, first });
  const known = new Set(comparison.known.values());
  const added = nodes.filter(({ id }) => !known.has(id));
  await writeProofs(tx, plan.id, { added, all: nodes }, context.now);
  await tx.execute(
    sql`UPDATE playbook.plan SET title = ${reading.title}, start_on = ${plan.startOn}, language = ${reading.language},
          calendar_start = ${reading.calendarStart}, currency = ${plan.currency}
        WHERE id = ${plan.id}`,
  );
}

/**
 * Brings a Markdown plan in, or brings the plan in force up to a newer file of it: what stayed keeps its state, what
 * changed is changed, what is gone is marked removed. The same file twice changes nothing.
 * The first day is the one given, or else the one the file names; a file imported again moves no start.
 * Errors: those of reading, `playbook.start_needed` for the first import without a start.
 */
export const importPlan = defineCommand({
  name: "playbook.import_plan",
  title: "Import a plan written in Markdown",
  http: "POST /playbook/imports",
  access: "playbook:decide",
  confirm: true,
  input: PlanFile,
  output: ImportedPlan,
  run: async (context) => {
    const { tx, input, now, emit } = context;
    const existing = await lockPlan(tx);
    const usual = existing?.currency ?? (await context.company()).currency;
    const { bytes, reading } = readPlanFile(input, usual);
    const currency = reading.currency ?? usual;
    const startMoved =
      existing !== undefined && input.startOn !== undefined && input.startOn !== existing.startOn;
    if (existing?.sourceId && !startMoved && (await sameAsBefore(tx, existing, reading.encoding.sha256)))
      return {
        planId: existing.id,
        sourceId: existing.sourceId,
        changed: false,
        counts: { ...reading.counts },
        changes: [],
        questions: reading.questions.length,
      };
    const plan = existing
      ? { ...existing, currency, startOn: input.startOn ?? existing.startOn }
      : await createPlan(context, { title: reading.title, currency }, input.startOn ?? reading.start);
    const comparison = await compareWithPlan(tx, existing?.id, reading);
    await writePlan(context, { plan, reading, comparison, first: !existing, startMoved });
    const sourceId = await writeSource(context, {
      planId: plan.id,
      fileName: input.fileName,
      bytes,
      reading,
      changes: comparison.changes,
    });
    await judgeDeliverables(context, { planId: plan.id });
    await judgeCriteria(tx, context, { planId: plan.id }, now);
    if (comparison.reading.nodes.length >= MANY_NODES)
      await tx.execute(sql`SELECT playbook.refresh_statistics()`);
    const { changes } = comparison;
    const count = (change: string) => changes.filter((one) => one.change === change).length;
    await emit(PlanImported, {
      planId: plan.id,
      sourceId,
      first: !existing,
      added: count("added"),
      changed: count("changed") + count("moved"),
      removed: count("removed"),
    });
    return {
      planId: plan.id,
      sourceId,
      changed: !existing || startMoved || changes.length > 0,
      counts: { ...reading.counts },
      changes: existing ? changes : [],
      questions: reading.questions.length,
    };
  },
});
