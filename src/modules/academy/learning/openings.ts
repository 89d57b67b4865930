import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { EnrollmentRow } from "#modules/academy/learning/enrollment.ts";
import type { OutlineLesson } from "#modules/academy/learning/outline.ts";
import {
  decideOpening,
  type Opening,
  type OpeningFacts,
} from "#modules/academy/rules/learning/decide-opening.ts";
import type { OpeningRule } from "#modules/academy/contract/content.ts";

type Follower = Pick<EnrollmentRow, "id" | "started_at" | "cohort_id" | "zone" | "curriculum_id">;

/** What decides openings for a student, read once for all lessons: completed ones, the cohort, what staff decided. */
async function readFacts(db: Db, enrollment: Follower) {
  const found = await firstRow<{
    completed: string[] | null;
    overrides: Record<string, string | null> | null;
    starts_on: string | null;
  }>(
    db,
    sql`SELECT
          (SELECT array_agg(lesson_key) FROM academy.lesson_progress
           WHERE enrollment_id = ${enrollment.id} AND completed_at IS NOT NULL) AS completed,
          (SELECT jsonb_object_agg(lesson_key, opens_at) FROM academy.opening_override
           WHERE enrollment_id = ${enrollment.id}) AS overrides,
          (SELECT starts_on::text FROM academy.cohort WHERE id = ${enrollment.cohort_id}) AS starts_on`,
  );
  return {
    completed: new Set(found?.completed ?? []),
    overrides: found?.overrides ?? {},
    startsOn: found?.starts_on,
  };
}

type Facts = Awaited<ReturnType<typeof readFacts>>;

function factsOf(enrollment: Follower, facts: Facts, lessonKey: string): OpeningFacts {
  const opensAt = facts.overrides[lessonKey];
  return {
    startedAt: Temporal.Instant.from(enrollment.started_at),
    cohortStartsOn: facts.startsOn ? Temporal.PlainDate.from(facts.startsOn) : null,
    zone: enrollment.zone,
    completed: facts.completed,
    ...(opensAt !== undefined && {
      override: { opensAt: opensAt === null ? null : Temporal.Instant.from(opensAt) },
    }),
  };
}

/** When each lesson opens for a student, by key. */
export async function readOpenings(
  db: Db,
  enrollment: Follower,
  { lessons, now }: { lessons: readonly OutlineLesson[]; now: Temporal.Instant },
): Promise<Map<string, Opening>> {
  const facts = await readFacts(db, enrollment);
  return new Map(
    lessons.map(({ key, opening }) => [key, decideOpening(opening, factsOf(enrollment, facts, key), now)]),
  );
}

/** The error of a lesson that is not open yet; its data say when it opens or what it waits for. */
export const lessonNotOpen = ({ opensAt, waitsFor }: Opening) =>
  refuse(
    "forbidden",
    "academy.lesson_not_open",
    waitsFor.length > 0
      ? "This lesson opens once you complete the lessons before it."
      : "This lesson is not open yet. The outline says when it opens.",
    { data: { opensAt: opensAt?.toString() ?? null, waitsFor } },
  );

/** Lets through to a lesson that is open. Errors: `academy.lesson_unknown`, `academy.lesson_not_open`. */
export async function demandOpenLesson(
  db: Db,
  enrollment: Follower,
  { lessonKey, now }: { lessonKey: string; now: Temporal.Instant },
): Promise<void> {
  const lesson = await firstRow<{ opening: OpeningRule }>(
    db,
    sql`SELECT opening FROM academy.lesson WHERE curriculum_id = ${enrollment.curriculum_id} AND key = ${lessonKey}`,
  );
  if (!lesson) throw refuse("not_found", "academy.lesson_unknown", "Your course has no such lesson.");
  const facts = factsOf(enrollment, await readFacts(db, enrollment), lessonKey);
  const opening = decideOpening(lesson.opening, facts, now);
  if (!opening.isOpen) throw lessonNotOpen(opening);
}
