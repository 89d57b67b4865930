import type { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { readGradeItems } from "#modules/academy/assignments/grade-items.ts";
import { getCourse } from "#modules/academy/authoring/course-row.ts";
import {
  GetGradeBook,
  GradeBook,
  type GradeItem,
  type GradeRow,
} from "#modules/academy/contract/grade-book.ts";
import {
  EARNED,
  itemRows,
  OVERRIDDEN,
  readCells,
  scoresOf,
} from "#modules/academy/queries/assignments/grade-cells.ts";
import { pageOf, readCursor } from "#modules/academy/queries/paging.ts";
import { weighGrades } from "#modules/academy/rules/assignments/weigh-grades.ts";

type Row = Pick<z.output<typeof GradeRow>, "enrollmentId" | "student" | "cohortTitle" | "status"> & {
  place: string;
};

/** What students are sorted by: their name, or the grade so far, those without one lowest. */
function placeOf(sort: z.output<typeof GetGradeBook>["sort"], items: readonly z.output<typeof GradeItem>[]) {
  if (sort === "name" || sort === "-name")
    return { by: sql`lower(coalesce(p.name, ''))`, type: sql.raw("text") };
  const score = sql`coalesce(${OVERRIDDEN}, ${EARNED})`;
  return {
    by: sql`coalesce((SELECT round(sum(x.score * x.weight) / nullif(sum(x.weight), 0))
      FROM (SELECT ${score} AS score, i.weight FROM ${itemRows(items)}) x WHERE x.score IS NOT NULL), -1)`,
    type: sql.raw("float8"),
  };
}

/**
 * The grades of a course: its students with their score in everything that is graded in the version in force, and the
 * grade so far. Errors: `academy.course_unknown`, `academy.cursor_unknown`.
 */
export const getGradeBook = defineQuery({
  name: "academy.get_grade_book",
  title: "Get the grade book of a course",
  http: "GET /academy/courses/:courseId/grades",
  access: "academy:grade",
  input: GetGradeBook,
  output: GradeBook,
  load: (db, { courseId }) => getCourse(db, courseId),
  run: async ({ db, input }, course) => {
    const { items, hasWeights } = await readGradeItems(db, course.id);
    const { by, type } = placeOf(input.sort, items);
    const place = readCursor(input.cursor, 2);
    const isDown = input.sort.startsWith("-");
    const order = sql.raw(isDown ? "DESC" : "ASC");
    const beyond = sql.raw(isDown ? "<" : ">");
    const page = await pageOf(
      rows<Row>(
        db,
        sql`SELECT * FROM (SELECT e.id AS "enrollmentId",
              jsonb_build_object('id', e.person_id, 'name', coalesce(p.name, '')) AS student, h.title AS "cohortTitle",
              e.status, ${by} AS sorted, (${by})::text AS place
            FROM academy.enrollment e LEFT JOIN auth.person p ON p.id = e.person_id
              LEFT JOIN academy.cohort h ON h.id = e.cohort_id
            WHERE e.course_id = ${course.id} AND ${input.cohortId ? sql`e.cohort_id = ${input.cohortId}` : sql`true`}
              AND ${input.status ? sql`e.status = ${input.status}` : sql`true`}
              AND ${input.text ? sql`position(lower(${input.text}) in lower(p.name)) > 0` : sql`true`}) found
            WHERE ${place ? sql`(sorted, "enrollmentId") ${beyond} (${place[0]}::${type}, ${place[1]}::uuid)` : sql`true`}
            ORDER BY sorted ${order}, "enrollmentId" ${order} LIMIT ${input.limit + 1}`,
      ),
      input.limit,
      (row) => [row.place, row.enrollmentId],
    );
    const cells = await readCells(
      db,
      page.items.map(({ enrollmentId }) => enrollmentId),
      items,
    );
    return {
      courseId: course.id,
      courseTitle: course.title,
      items,
      hasWeights,
      nextCursor: page.nextCursor,
      rows: page.items.map(({ place: _place, ...row }) => {
        const own = cells.get(row.enrollmentId) ?? [];
        return { ...row, cells: own, ...weighGrades(scoresOf(own, items)) };
      }),
    };
  },
});
