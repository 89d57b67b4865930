import { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { SetMyZone } from "#modules/academy/contract/students.ts";
import { lockMyEnrollment } from "#modules/academy/learning/enrollment.ts";

/** True for an IANA zone that clocks know. */
function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return !/^[+-]/.test(zone);
  } catch {
    return false;
  }
}

/** Sets the zone by which lessons open and times are told. Errors: `academy.not_enrolled`, `academy.zone_unknown`. */
export const setMyZone = defineCommand({
  name: "academy.set_my_zone",
  title: "Set the time zone I learn in",
  http: "PUT /learn/courses/:course/zone",
  access: "customer",
  input: SetMyZone,
  output: z.object({}),
  run: async ({ tx, input, actor }) => {
    if (!isZone(input.zone))
      throw refuse(
        "invalid",
        "academy.zone_unknown",
        "This time zone is not known. Choose one of the list.",
        {
          issues: [{ path: "zone", message: "Choose one of the list" }],
        },
      );
    const mine = await lockMyEnrollment(tx, { courseSlug: input.course, personId: actorPersonId(actor) });
    await tx.execute(sql`UPDATE academy.enrollment SET zone = ${input.zone} WHERE id = ${mine.id}`);
    return {};
  },
});
