import type { AtRisk } from "#modules/academy/contract/coaching.ts";

/** Why a student may not finish, in words. */
export const RISK: Record<AtRisk["reasons"][number], string> = {
  no_activity: "Away for longer than their plan allows",
  behind_schedule: "Behind the pace of the course",
  failed_attempts: "Failed a quiz twice",
};
