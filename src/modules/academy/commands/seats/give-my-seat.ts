import type { Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { membersOf } from "#modules/people/index.ts";
import { getCourse } from "#modules/academy/authoring/course-row.ts";
import { GivenSeat, OneSeat } from "#modules/academy/contract/seats.ts";
import { enrolStudent } from "#modules/academy/learning/enrol-student.ts";
import { canGiveSeats } from "#modules/academy/rules/learning/can-give-seats.ts";
import { lockSeats } from "#modules/academy/seats/lock-seats.ts";
import { seatsOf } from "#modules/academy/seats/seats-of.ts";

type Seat = { accountId: string; courseId: string; personId: string };

async function demandMember(tx: Tx, { accountId, personId }: Seat): Promise<void> {
  const members = await membersOf(tx, accountId);
  if (!members.some((member) => member.personId === personId))
    throw refuse(
      "not_found",
      "academy.seat_not_member",
      "This person does not belong to the account. Invite them under Members first.",
    );
}

async function demandNew(tx: Tx, { courseId, personId }: Seat): Promise<void> {
  const known = await firstRow(
    tx,
    sql`SELECT 1 FROM academy.enrollment
        WHERE course_id = ${courseId} AND person_id = ${personId} AND status <> 'cancelled'`,
  );
  if (known)
    throw refuse("conflict", "academy.takes_course_already", "This person takes the course already.");
}

/** Counted under the lock: of two who give the last seat at once one is refused. */
async function demandFreeSeat(tx: Tx, { accountId, courseId }: Seat, now: Temporal.Instant): Promise<void> {
  const [course] = await seatsOf(tx, { accountId, courseId, at: now });
  const taken = await firstRow<{ count: number }>(
    tx,
    sql`SELECT count(*)::int AS count FROM academy.enrollment WHERE account_id = ${accountId}
          AND course_id = ${courseId} AND source_kind IN ('purchase', 'seat') AND status <> 'cancelled'`,
  );
  const bought = course?.bought ?? 0;
  if ((taken?.count ?? 0) < bought) return;
  throw refuse(
    "conflict",
    "academy.course_seats_full",
    bought === 0
      ? "This account has no seats in this course now."
      : "All seats of this course are taken. Take one back, or buy more.",
    { data: { bought, taken: taken?.count ?? 0 } },
  );
}

/**
 * Lets a member of one's account learn on a seat it bought; who was there before goes on where they were. Errors:
 * `academy.course_unknown`, `academy.seat_not_member`, `academy.takes_course_already`, `academy.course_seats_full`,
 * `academy.course_not_published`, `academy.enrolled_elsewhere`.
 */
export const giveMySeat = defineCommand({
  name: "academy.give_my_seat",
  title: "Give a course seat of one of my accounts to a member",
  http: "POST /account/accounts/:accountId/course-seats",
  access: "customer",
  confirm: true,
  input: OneSeat,
  output: GivenSeat,
  load: async (tx, { accountId, courseId }) => {
    await lockSeats(tx, { accountId, courseId });
    return getCourse(tx, courseId);
  },
  allow: (actor, _course, { accountId }) => canGiveSeats(actor, accountId),
  run: async (context, course) => {
    const { tx, input, now } = context;
    await demandMember(tx, input);
    await demandNew(tx, input);
    await demandFreeSeat(tx, input, now);
    const { enrollmentId } = await enrolStudent(context, {
      courseId: course.id,
      personId: input.personId,
      accountId: input.accountId,
      sourceKind: "seat",
      cause: "academy.seat_given",
    });
    return { enrollmentId, status: "active" as const };
  },
});
