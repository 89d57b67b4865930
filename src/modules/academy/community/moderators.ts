import type { StaffRole } from "#kernel/actor.ts";

/** Roles that answer students: those with `academy:moderate`. */
export const MODERATORS: readonly StaffRole[] = ["owner", "admin", "editor", "support"];
