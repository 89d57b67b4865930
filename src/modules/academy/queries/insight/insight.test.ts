import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { writeCourse, type WrittenCourse } from "#test/factories/course.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const VIDEO = newId();

describe("what a course does, in numbers", () => {
  let house: TestApp;
  let course: WrittenCourse;
  before(async () => {
    house = await openTestApp();
    course = await writeCourse(house, {
      lessons: [
        { slug: "first" },
        { slug: "film", blocks: [{ id: VIDEO, kind: "video", fileId: newId(), durationMs: 10_000 }] },
      ],
    });
  });
  after(() => house.close());

  /** A student who began `days` ago, opened the lessons named and completed the first ones of them. */
  const student = async (given: {
    days: number;
    opened: string[];
    completed?: number;
    idleDays?: number;
  }) => {
    const { db } = house.app.database;
    const id = newId();
    const now = house.clock.now();
    const ago = (days: number) => now.subtract({ hours: 24 * days }).toString();
    const isDone = given.completed === 2;
    await db.execute(
      sql`INSERT INTO academy.enrollment (id, course_id, curriculum_id, account_id, person_id, source_kind, status, zone,
            started_at, created_at, last_active_at, last_lesson_key, completed_at)
          VALUES (${id}, ${course.courseId}, ${course.curriculumId}, ${newId()}, ${newId()}, 'staff', 'active', 'UTC',
            ${ago(given.days)}, ${ago(given.days)}, ${ago(given.idleDays ?? 0)},
            ${course.lessons[given.opened.at(-1) ?? "first"]}, ${isDone ? ago(0) : null})`,
    );
    for (const [at, slug] of given.opened.entries()) {
      const isCompleted = at < (given.completed ?? 0);
      await db.execute(
        sql`INSERT INTO academy.lesson_progress (enrollment_id, account_id, lesson_key, opened_at, last_active_at,
              active_ms, completed_at, completed_by)
            SELECT id, account_id, ${course.lessons[slug]}, started_at, started_at, 120000,
              ${isCompleted ? ago(0) : null}, ${isCompleted ? '{"rule":"read"}' : null}::jsonb
            FROM academy.enrollment WHERE id = ${id}`,
      );
    }
    return id;
  };
  const insight = () => house.call("academy.get_course_insight", { courseId: course.courseId });

  it("says where students stop, and no forecast before there is something to forecast from", async () => {
    await student({ days: 30, opened: ["first", "film"], completed: 2 });
    await student({ days: 30, opened: ["first", "film"], completed: 1, idleDays: 20 });
    await student({ days: 5, opened: ["first"] });
    const { students, completed, active, lessons, forecast, cohorts } = await insight();
    assert.deepEqual([students, completed, active], [3, 1, 2]);
    assert.deepEqual(
      lessons.map(({ title, opened, completed: done, stopped, medianSeconds }) => [
        title,
        opened,
        done,
        stopped,
        medianSeconds,
      ]),
      [
        ["Lesson first", 3, 2, 0, 120],
        ["Lesson film", 2, 1, 1, 120],
      ],
    );
    assert.equal(forecast.sharePercent.value, null);
    assert.match(forecast.sharePercent.reason ?? "", /needs 20/);
    assert.deepEqual(
      cohorts.map(({ title, students: n, medianDays }) => [title, n, medianDays]),
      [["Without a cohort", 3, 30]],
    );
  });

  it("forecasts from those who completed and those still learning", async () => {
    for (let n = 0; n < 20; n += 1) await student({ days: 40, opened: ["first", "film"], completed: 2 });
    const { forecast } = await insight();
    assert.ok((forecast.sharePercent.value ?? 0) > 80);
    assert.ok((forecast.expected.value ?? -1) >= 1);
  });

  it("maps which parts of a recording were played", async () => {
    const { db } = house.app.database;
    for (const played of ["{[0,4000)}", "{[0,2000),[8000,10000)}"])
      await db.execute(
        sql`INSERT INTO academy.watched (enrollment_id, account_id, lesson_key, block_id, played, updated_at)
            VALUES (${await student({ days: 1, opened: [] })}, ${newId()}, ${course.lessons.film}, ${VIDEO},
              ${played}::int4multirange, ${house.clock.now().toString()})`,
      );
    const map = await house.call("academy.get_watch_map", { courseId: course.courseId, blockId: VIDEO });
    assert.deepEqual([map.watchers, map.stretchMs], [2, 1000]);
    assert.deepEqual(map.played, [2, 2, 1, 1, 0, 0, 0, 0, 1, 1]);
    await assert.rejects(
      house.call("academy.get_watch_map", { courseId: course.courseId, blockId: newId() }),
      {
        code: "academy.recording_unknown",
      },
    );
  });
});
