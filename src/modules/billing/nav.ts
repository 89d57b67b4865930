import type { NavEntry } from "#kernel/module.ts";

/** Billing's place in the console. */
export const billingNav: readonly NavEntry[] = [];
