export * from "#modules/playbook/events/plan.ts";
