import { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineSubscriber } from "#kernel/events/event.ts";
import { lockEnrollment } from "#modules/academy/learning/enrollment.ts";
import { setStatus } from "#modules/academy/learning/set-status.ts";
import { lockSeats } from "#modules/academy/seats/lock-seats.ts";

const Payload = z.object({ accountId: z.uuid(), personId: z.uuid() });

/** Who leaves an account gives its seats back; the record of what they did stays. */
export const freeSeatsOfLeavers = defineSubscriber({
  name: "academy.free_seats_of_leavers",
  events: ["people.member_left"],
  handle: async (event, context) => {
    const { accountId, personId } = Payload.parse(event.payload);
    const seats = await rows<{ id: string; course_id: string }>(
      context.tx,
      sql`SELECT id, course_id FROM academy.enrollment WHERE account_id = ${accountId} AND person_id = ${personId}
            AND source_kind = 'seat' AND status <> 'cancelled' ORDER BY course_id`,
    );
    for (const { id, course_id: courseId } of seats) {
      await lockSeats(context.tx, { accountId, courseId });
      const seat = await lockEnrollment(context.tx, id);
      await setStatus(context, seat, { status: "cancelled", cause: event.name });
    }
  },
});
