import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";

/** The plan in force. `startOn` is a local day in the company's zone. */
export interface ActivePlan {
  id: string;
  title: string;
  startOn: string;
  currency: string;
  language: "en" | "es";
  calendarStart: string | null;
  sourceId: string | null;
  workingWeekdays: number[];
  holidays: string[];
}

/** The plan in force, or undefined before the first import. */
export const findActivePlan = (db: Db): Promise<ActivePlan | undefined> =>
  firstRow<ActivePlan>(
    db,
    sql`SELECT id, title, start_on AS "startOn", currency, language, calendar_start AS "calendarStart",
               source_id AS "sourceId",
               working_weekdays AS "workingWeekdays", to_jsonb(holidays) AS holidays
        FROM playbook.plan WHERE archived_at IS NULL`,
  );

/** The plan in force. Errors: `playbook.no_plan_yet`. */
export async function getActivePlan(db: Db): Promise<ActivePlan> {
  const plan = await findActivePlan(db);
  if (!plan)
    throw refuse(
      "not_found",
      "playbook.no_plan_yet",
      "There is no plan yet. Import one in Markdown to begin.",
    );
  return plan;
}

/** Locks the plan in force for a change of its structure or dates. Errors: `playbook.no_plan_yet`. */
export async function lockActivePlan(db: Db): Promise<ActivePlan> {
  await db.execute(sql`SELECT 1 FROM playbook.plan WHERE archived_at IS NULL FOR UPDATE`);
  return getActivePlan(db);
}
