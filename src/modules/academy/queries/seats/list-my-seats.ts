import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { membersOf } from "#modules/people/index.ts";
import { MySeats, type SeatLearner, SeatsOf } from "#modules/academy/contract/seats.ts";
import { canGiveSeats } from "#modules/academy/rules/learning/can-give-seats.ts";
import { seatsOf } from "#modules/academy/seats/seats-of.ts";

type Learner = z.output<typeof SeatLearner> & { courseId: string; isSeat: boolean };

/** Everybody of the account who takes one of its courses; who takes it in another way needs no seat. */
const readLearners = (db: Db, accountId: string): Promise<Learner[]> =>
  rows<Learner>(
    db,
    sql`SELECT e.course_id AS "courseId", e.source_kind IN ('purchase', 'seat') AS "isSeat", e.person_id AS "personId",
          p.name, p.email, e.id AS "enrollmentId", e.status, to_jsonb(e.completed_at) AS "completedAt",
          (SELECT count(*)::int FROM academy.lesson_progress g
           WHERE g.enrollment_id = e.id AND g.completed_at IS NOT NULL) AS done,
          (SELECT count(*)::int FROM academy.lesson l WHERE l.curriculum_id = e.curriculum_id) AS total
        FROM academy.enrollment e LEFT JOIN auth.person p ON p.id = e.person_id
        WHERE e.account_id = ${accountId} AND e.status <> 'cancelled' ORDER BY e.created_at, e.id`,
  );

/** The course seats one's account bought, who sits on them, and who of the account could. */
export const listMySeats = defineQuery({
  name: "academy.list_my_seats",
  title: "List the course seats of one of my accounts",
  http: "GET /account/accounts/:accountId/course-seats",
  access: "customer",
  input: SeatsOf,
  output: MySeats,
  allow: (actor, _loaded, { accountId }) => canGiveSeats(actor, accountId),
  run: async ({ db, input: { accountId }, now }) => {
    const courses = await seatsOf(db, { accountId, at: now });
    const learners = courses.length > 0 ? await readLearners(db, accountId) : [];
    const members = courses.length > 0 ? await membersOf(db, accountId) : [];
    return {
      courses: courses.map((course) => {
        const here = learners.filter(({ courseId }) => courseId === course.courseId);
        return {
          ...course,
          learners: here.filter(({ isSeat }) => isSeat),
          others: members.filter(({ personId }) => !here.some((learner) => learner.personId === personId)),
        };
      }),
    };
  },
});
