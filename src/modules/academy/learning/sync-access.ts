import type { Tx } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { boughtSeats, buyersOf } from "#modules/billing/index.ts";
import { findOwner } from "#modules/people/index.ts";
import type { AcademyContext } from "#modules/academy/academy-context.ts";
import { enrolStudent } from "#modules/academy/learning/enrol-student.ts";
import { lockEnrollment } from "#modules/academy/learning/enrollment.ts";
import { lockSeats } from "#modules/academy/seats/lock-seats.ts";
import { setStatus } from "#modules/academy/learning/set-status.ts";
import { type Loss, seatLearners, type Seated } from "#modules/academy/rules/learning/seat-learners.ts";

/** What keys of courses begin with. */
export const COURSE_KEYS = "academy.course:";

/** Why an account's access is looked at again. `buys`: who bought takes a seat, even one who had left. */
export interface AccessChange {
  accountId: string;
  cause: string;
  loss: Loss;
  buys: boolean;
}

interface CourseOfAccount {
  id: string;
  entitlement: string;
  is_published: boolean;
}

/** Courses an account bought or somebody of it learns by a purchase. */
const coursesOf = (tx: Tx, accountId: string, keys: readonly string[]): Promise<CourseOfAccount[]> =>
  rows<CourseOfAccount>(
    tx,
    sql`SELECT c.id, c.entitlement, EXISTS (SELECT 1 FROM academy.curriculum v
          WHERE v.course_id = c.id AND v.status = 'published') AS is_published
        FROM academy.course c
        WHERE c.entitlement IS NOT NULL AND (c.entitlement = ANY (${sql.param(keys)}) OR EXISTS (
          SELECT 1 FROM academy.enrollment e WHERE e.course_id = c.id AND e.account_id = ${accountId}
            AND e.source_kind IN ('purchase', 'seat')))
        ORDER BY c.id`,
  );

const learnersOf = (
  tx: Tx,
  accountId: string,
  courseId: string,
): Promise<(Seated & { person_id: string })[]> =>
  rows(
    tx,
    sql`SELECT id, status, person_id FROM academy.enrollment
        WHERE account_id = ${accountId} AND course_id = ${courseId} AND source_kind IN ('purchase', 'seat')
        ORDER BY source_kind = 'seat', created_at, id FOR NO KEY UPDATE`,
  );

/** Who takes the first seat: who ordered it, else who owns the account. */
async function firstLearner(tx: Tx, change: AccessChange, key: string, at: Temporal.Instant) {
  const [buyer] = await buyersOf(tx, { accountId: change.accountId, key, at });
  return buyer ?? (await findOwner(tx, change.accountId));
}

async function syncCourse(
  ctx: AcademyContext,
  change: AccessChange,
  { course, seats }: { course: CourseOfAccount; seats: number },
): Promise<void> {
  const { accountId, cause, loss, buys } = change;
  await lockSeats(ctx.tx, { accountId, courseId: course.id });
  const learners = await learnersOf(ctx.tx, accountId, course.id);
  for (const { learner, status } of seatLearners(learners, { seats, loss }))
    if (status !== learner.status) {
      // Before anybody paid nothing was open, and nothing that is closed closes again.
      await setStatus(ctx, await lockEnrollment(ctx.tx, learner.id), { status, cause });
    }
  const taken = learners.filter(({ status }) => status !== "cancelled").length;
  if (!course.is_published || taken >= seats) return;
  const personId = await firstLearner(ctx.tx, change, course.entitlement, ctx.now);
  const isKnown = learners.some((learner) => learner.person_id === personId);
  if (personId && (!isKnown || buys))
    await enrolStudent(ctx, { courseId: course.id, personId, accountId, sourceKind: "purchase", cause });
}

/**
 * Brings who learns by an account's purchases in line with what it may use now: enrols who bought, holds back what is not
 * paid, closes what was refunded, opens again what was paid. It looks at what is, not at what an event said, so events
 * may come twice, late and in any order.
 */
export async function syncAccess(ctx: AcademyContext, change: AccessChange): Promise<void> {
  const { accountId } = change;
  const bought = await boughtSeats(ctx.tx, { prefix: COURSE_KEYS, accountId, at: ctx.now });
  const courses = await coursesOf(
    ctx.tx,
    accountId,
    bought.map(({ key }) => key),
  );
  for (const course of courses) {
    const seats = bought.find(({ key }) => key === course.entitlement)?.seats ?? 0;
    await syncCourse(ctx, change, { course, seats });
  }
}
