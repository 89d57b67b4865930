import type { Module } from "#kernel/module.ts";
import { playbookModule } from "#modules/playbook/module.ts";
import { platformModule } from "#modules/platform/module.ts";
import { staffModule } from "#modules/staff/module.ts";

/** A house where no business runs yet, and all numbers of the plan are reported by people. */
export const PLAN_ALONE: readonly Module[] = [platformModule, staffModule, playbookModule];
