export * from "#modules/playbook/events/plan.ts";
export * from "#modules/playbook/events/evidence.ts";
