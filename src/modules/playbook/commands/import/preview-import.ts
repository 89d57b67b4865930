import { defineCommand } from "#kernel/operation/operation.ts";
import { readPlanFile } from "#modules/playbook/commands/import/read-plan-file.ts";
import { PlanFile, PlanPreview } from "#modules/playbook/contract/plan.ts";
import { findActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { compareWithPlan } from "#modules/playbook/queries/compare-with-plan.ts";
import { decodeText } from "#modules/playbook/rules/import/encoding/decode.ts";
import { planJson } from "#modules/playbook/rules/import/plan-json.ts";

/** Shows what a file would become and what it would change; writes nothing. Errors: those of reading a plan. */
export const previewImport = defineCommand({
  name: "playbook.preview_import",
  title: "Show what a Markdown file would become",
  http: "POST /playbook/import-previews",
  // Reading takes seconds of a processor: for those who may import.
  access: "playbook:decide",
  input: PlanFile,
  output: PlanPreview,
  unaudited: true,
  run: async ({ tx, input, company }) => {
    const plan = await findActivePlan(tx);
    const { bytes, reading } = readPlanFile(input, plan?.currency ?? (await company()).currency);
    const { changes } = await compareWithPlan(tx, plan?.id, reading);
    return {
      ...planJson(reading),
      counts: { ...reading.counts },
      nodes: reading.nodes.map((node) => ({ ...node })),
      questions: reading.questions.map((question) => ({ ...question })),
      changes,
      text: decodeText(bytes).text,
      structure: reading.structure,
      startOn: plan?.startOn ?? null,
    };
  },
});
