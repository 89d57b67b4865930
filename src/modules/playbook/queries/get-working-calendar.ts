import { z } from "zod";
import { defineQuery } from "#kernel/operation/operation.ts";
import { WorkingCalendar } from "#modules/playbook/contract/schedule.ts";
import { getActivePlan } from "#modules/playbook/queries/active-plan.ts";

/** Which days the plan counts as worked. */
export const getWorkingCalendar = defineQuery({
  name: "playbook.get_working_calendar",
  title: "Show working weekdays and holidays",
  http: "GET /playbook/working-calendar",
  access: "playbook:read",
  input: z.object({}),
  output: WorkingCalendar,
  run: async ({ db }) => {
    const { workingWeekdays, holidays } = await getActivePlan(db);
    return { weekdays: workingWeekdays, holidays };
  },
});
