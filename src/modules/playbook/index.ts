export { readPlan } from "#modules/playbook/rules/import/index.ts";
export { planJson } from "#modules/playbook/rules/import/plan-json.ts";
export type { PlanReading } from "#modules/playbook/rules/import/types.ts";
