export * from "#modules/playbook/events/plan.ts";
export * from "#modules/playbook/events/evidence.ts";
export * from "#modules/playbook/events/risks.ts";
export * from "#modules/playbook/events/work.ts";
export * from "#modules/playbook/events/reviews.ts";
export * from "#modules/playbook/events/schedule.ts";
