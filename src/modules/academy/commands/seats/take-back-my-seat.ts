import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { GivenSeat, OneSeat } from "#modules/academy/contract/seats.ts";
import { lockEnrollment } from "#modules/academy/learning/enrollment.ts";
import { setStatus } from "#modules/academy/learning/set-status.ts";
import { canGiveSeats } from "#modules/academy/rules/learning/can-give-seats.ts";
import { lockSeats } from "#modules/academy/seats/lock-seats.ts";

/**
 * Frees a seat for somebody else. What its student did stays in their record, and they go on there if they get one again.
 * Errors: `academy.seat_unknown`.
 */
export const takeBackMySeat = defineCommand({
  name: "academy.take_back_my_seat",
  title: "Take back a course seat of one of my accounts",
  http: "DELETE /account/accounts/:accountId/course-seats/:courseId/:personId",
  access: "customer",
  confirm: true,
  input: OneSeat,
  output: GivenSeat,
  load: async (tx, { accountId, courseId, personId }) => {
    await lockSeats(tx, { accountId, courseId });
    const seat = await firstRow<{ id: string }>(
      tx,
      sql`SELECT id FROM academy.enrollment WHERE account_id = ${accountId} AND course_id = ${courseId}
            AND person_id = ${personId} AND source_kind IN ('purchase', 'seat')`,
    );
    if (!seat) throw refuse("not_found", "academy.seat_unknown", "This person has no seat of this course.");
    return lockEnrollment(tx, seat.id);
  },
  allow: (actor, _seat, { accountId }) => canGiveSeats(actor, accountId),
  run: async (context, seat) => {
    await setStatus(context, seat, { status: "cancelled", cause: "academy.seat_taken_back" });
    return { enrollmentId: seat.id, status: "cancelled" as const };
  },
});
