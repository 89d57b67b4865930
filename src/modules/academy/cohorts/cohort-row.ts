import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";

/** A cohort as its commands look at it; days are ISO dates of its zone. */
export interface CohortRow {
  id: string;
  course_id: string;
  title: string;
  starts_on: string;
  ends_on: string;
  zone: string;
  capacity: number | null;
  status: "open" | "closed" | "cancelled";
  enrol_from_on: string | null;
  enrol_until_on: string | null;
  version: number;
}

const COLUMNS = sql`id, course_id, title, starts_on, ends_on, zone, capacity, status, enrol_from_on, enrol_until_on, version`;

const unknown = () => refuse("not_found", "academy.cohort_unknown", "There is no such cohort.");

/** Reads a cohort. Errors: `academy.cohort_unknown`. */
export async function getCohort(db: Db, cohortId: string): Promise<CohortRow> {
  const found = await firstRow<CohortRow>(
    db,
    sql`SELECT ${COLUMNS} FROM academy.cohort WHERE id = ${cohortId}`,
  );
  if (!found) throw unknown();
  return found;
}

/** Locks a cohort: places in it are given one at a time. Errors: `academy.cohort_unknown`. */
export async function lockCohort(db: Db, cohortId: string): Promise<CohortRow> {
  const found = await firstRow<CohortRow>(
    db,
    sql`SELECT ${COLUMNS} FROM academy.cohort WHERE id = ${cohortId} FOR UPDATE`,
  );
  if (!found) throw unknown();
  return found;
}
