import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { reschedule } from "#modules/playbook/commands/reschedule.ts";
import { ScheduleOutcome, WorkingCalendar } from "#modules/playbook/contract/schedule.ts";
import { WorkingCalendarSet } from "#modules/playbook/events/schedule.ts";
import { lockActivePlan } from "#modules/playbook/queries/active-plan.ts";
import { companyDay } from "#modules/playbook/queries/company-day.ts";
import { scheduleInput } from "#modules/playbook/queries/schedule-input.ts";

/** Says which days are worked; links and durations are counted in them from now on. */
export const setWorkingCalendar = defineCommand({
  name: "playbook.set_working_calendar",
  title: "Set working weekdays and holidays",
  http: "PUT /playbook/working-calendar",
  access: "playbook:edit",
  input: WorkingCalendar,
  output: ScheduleOutcome,
  load: (tx) => lockActivePlan(tx),
  run: async (context, plan) => {
    const { tx, now, actor, emit } = context;
    const weekdays = [...new Set(context.input.weekdays)].toSorted((a, b) => a - b);
    const holidays = [...new Set(context.input.holidays)].toSorted();
    const { zone, today } = await companyDay(context);
    const before = await scheduleInput(tx, plan, { zone, asOf: today });
    await tx.execute(
      sql`INSERT INTO playbook.calendar_change (id, plan_id, at, by_person_id, was_weekdays, was_holidays)
          SELECT ${newId()}, id, ${now.toString()}, ${actorPersonId(actor)}, working_weekdays, holidays
          FROM playbook.plan WHERE id = ${plan.id}`,
    );
    await tx.execute(
      sql`UPDATE playbook.plan SET working_weekdays = ${sql.param(weekdays)}::int[],
            holidays = ${sql.param(holidays)}::date[] WHERE id = ${plan.id}`,
    );
    const changed = { ...plan, workingWeekdays: weekdays, holidays };
    const after = await scheduleInput(tx, changed, { zone, asOf: today });
    const outcome = await reschedule(context, changed, { before, after, cause: "calendar" });
    await emit(WorkingCalendarSet, { planId: plan.id, weekdays, holidays: holidays.length });
    return outcome;
  },
});
