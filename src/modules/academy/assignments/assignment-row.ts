import type { RichText } from "#kernel/browser/rich-text.ts";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import {
  assignmentSettings,
  type AssignmentSettings,
  type RubricCriterion,
} from "#modules/academy/contract/assignment.ts";

/** An assignment of one curriculum. */
export interface AssignmentRow {
  id: string;
  key: string;
  slug: string;
  title: string;
  brief: RichText;
  settings: AssignmentSettings;
  rubric: RubricCriterion[];
  revision: number;
}

const COLUMNS = sql`id, key, slug, title, brief, settings, rubric, revision`;

/** Settings written before a setting existed get its default. */
const whole = (row: AssignmentRow): AssignmentRow => ({
  ...row,
  settings: assignmentSettings.parse(row.settings),
});

const unknown = () =>
  refuse("not_found", "academy.assignment_unknown", "There is no such assignment in this course.");

/** Reads an assignment of a curriculum, locked where it is to be changed. Errors: `academy.assignment_unknown`. */
export async function getAssignment(
  db: Db,
  { curriculumId, key, lock }: { curriculumId: string; key: string; lock?: boolean },
): Promise<AssignmentRow> {
  const found = await firstRow<AssignmentRow>(
    db,
    sql`SELECT ${COLUMNS} FROM academy.assignment WHERE curriculum_id = ${curriculumId} AND key = ${key}
        ${lock ? sql`FOR UPDATE` : sql``}`,
  );
  if (!found) throw unknown();
  return whole(found);
}

/** Reads the very version of an assignment something was handed in for. Errors: `academy.assignment_unknown`. */
export async function getAssignmentVersion(db: Db, assignmentId: string): Promise<AssignmentRow> {
  const found = await firstRow<AssignmentRow>(
    db,
    sql`SELECT ${COLUMNS} FROM academy.assignment WHERE id = ${assignmentId}`,
  );
  if (!found) throw unknown();
  return whole(found);
}
