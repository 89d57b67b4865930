import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Actor } from "#kernel/actor.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import {
  type AssignedCourse,
  enrolNewStudent,
  handIn,
  sendFile,
  writeAssignment,
} from "#test/factories/assignments.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const grader = (): Actor => ({ kind: "person", personId: newId(), role: "editor" });

describe("marking", () => {
  let house: TestApp;
  let course: AssignedCourse;
  before(async () => {
    house = await openTestApp();
    course = await writeAssignment(house);
  });
  after(() => house.close());

  const submit = async (to: AssignedCourse = course) => {
    const student = await enrolNewStudent(house, to);
    return { student, submissionId: await handIn(house, to, student) };
  };
  const claim = async (submissionId: string, by: Actor) =>
    (await house.call("academy.claim_submission", { submissionId }, by)).version;
  const criteria = (first: number, second: number, of = course) =>
    [first, second].map((level, at) => ({
      criterionId: of.criteria[at]!.id,
      levelId: of.criteria[at]!.levels[level]!.id,
    }));
  const mark = (
    submissionId: string,
    version: number,
    by: Actor,
    levels: [number, number] = [1, 2],
    of = course,
  ) =>
    house.call(
      "academy.save_mark",
      { submissionId, version, criteria: criteria(...levels, of), isDone: true, privateNote: "Between us" },
      by,
    );
  const code = (value: string) => ({ code: value });

  it("gives no two of twenty graders the same work", async () => {
    const other = await writeAssignment(house);
    for (let at = 0; at < 10; at += 1) await submit(other);
    const taken = await Promise.all(
      Array.from({ length: 20 }, () =>
        house.call("academy.claim_next_submission", { courseId: other.courseId }, grader()),
      ),
    );
    const ids = taken.flatMap(({ submissionId }) => (submissionId ? [submissionId] : []));
    assert.equal(ids.length, 10);
    assert.equal(new Set(ids).size, 10);
  });

  it("is by one hand at a time, on the version that was shown, and the lease ends after an hour", async () => {
    const { submissionId } = await submit();
    const [eda, ben] = [grader(), grader()];
    const version = await claim(submissionId, eda);
    await assert.rejects(claim(submissionId, ben), code("academy.claimed_by_other"));
    await assert.rejects(mark(submissionId, version, ben), code("academy.not_claimed"));
    await assert.rejects(mark(submissionId, version - 1, eda), code("academy.submission_changed"));
    house.clock.advance({ minutes: 60 });
    const later = await claim(submissionId, ben);
    await assert.rejects(mark(submissionId, version, eda), code("academy.submission_changed"));
    await assert.rejects(mark(submissionId, later, eda), code("academy.not_claimed"));
    assert.equal((await mark(submissionId, later, ben)).status, "marked");
  });

  it("adds points up, keeps drafts, and asks for every criterion in the end", async () => {
    const { submissionId } = await submit();
    const eda = grader();
    const version = await claim(submissionId, eda);
    const half = { submissionId, version, criteria: criteria(2, 0).slice(0, 1) };
    const saved = await house.call("academy.save_mark", half, eda);
    assert.deepEqual([saved.status, saved.points, saved.maxPoints], ["waiting", 10, 20]);
    await assert.rejects(
      house.call("academy.save_mark", { ...half, version: saved.version, isDone: true }, eda),
      code("academy.mark_incomplete"),
    );
    const foreign = [{ criterionId: newId(), points: 1 }];
    await assert.rejects(
      house.call("academy.save_mark", { submissionId, version: saved.version, criteria: foreign }, eda),
      code("academy.mark_invalid"),
    );
    const done = await mark(submissionId, saved.version, eda);
    assert.deepEqual([done.points, done.scorePpm], [15, 750_000]);
  });

  it("reaches the student when it is released, without what graders say among themselves", async () => {
    const { student, submissionId } = await submit();
    const eda = grader();
    await mark(submissionId, await claim(submissionId, eda), eda);
    const of = { courseSlug: course.courseSlug, assignmentKey: course.assignmentKey };
    const look = () => house.call("academy.get_my_assignment", of, student.actor);
    const first = (await look()).submissions[0];
    assert.deepEqual([first?.status, first?.mark], ["in_marking", null]);
    const released = await house.call(
      "academy.release_marks",
      { submissionIds: [submissionId, newId()] },
      eda,
    );
    assert.deepEqual([released.released, released.skipped.length], [[submissionId], 1]);
    const mine = await look();
    assert.equal(mine.submissions[0]?.mark?.scorePpm, 750_000);
    assert.doesNotMatch(JSON.stringify(mine), /Between us/);
    const progress = await firstRow<{ score_ppm: number; completed_at: string | null }>(
      house.app.database.db,
      sql`SELECT score_ppm, completed_at FROM academy.lesson_progress
          WHERE enrollment_id = ${student.enrollmentId} AND lesson_key = ${course.lessonKey}`,
    );
    assert.equal(progress?.score_ppm, 750_000);
    assert.ok(progress.completed_at, "a mark of 75 percent meets a rule of 60");
  });

  it("is released once when twenty do it at once", async () => {
    const made = [await submit(), await submit()];
    const eda = grader();
    for (const { submissionId } of made) await mark(submissionId, await claim(submissionId, eda), eda);
    const ids = made.map(({ submissionId }) => submissionId);
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        house.call("academy.release_marks", { submissionIds: at % 2 ? ids : ids.toReversed() }, eda),
      ),
    );
    assert.equal(all.flatMap(({ released }) => released).length, 2);
  });

  it("can be reopened with a reason, given back to be done again, and keeps its whole history", async () => {
    const { student, submissionId } = await submit();
    const eda = grader();
    const done = await mark(submissionId, await claim(submissionId, eda), eda);
    await house.call("academy.release_marks", { submissionIds: [submissionId] }, eda);
    await assert.rejects(
      house.call("academy.reopen_mark", { submissionId, version: done.version, reason: "Late" }, eda),
      code("academy.submission_changed"),
    );
    const reopened = await house.call(
      "academy.reopen_mark",
      { submissionId, version: done.version + 1, reason: "The second criterion was read wrongly" },
      eda,
    );
    await house.call(
      "academy.return_submission",
      { submissionId, version: reopened.version, note: "Add the sources" },
      eda,
    );
    const of = { courseSlug: course.courseSlug, assignmentKey: course.assignmentKey };
    const mine = await house.call("academy.get_my_assignment", of, student.actor);
    assert.deepEqual(
      [mine.submissions[0]?.status, mine.submissions[0]?.returnedNote, mine.attemptsLeft, mine.closedReason],
      ["returned", "Add the sources", 2, null],
    );
    const { history } = await house.call("academy.get_submission", { submissionId }, eda);
    assert.deepEqual(history.map(({ act }) => act).toReversed(), [
      "handed_in",
      "claimed",
      "marked",
      "released",
      "reopened",
      "claimed",
      "returned",
    ]);
    for (const statement of [
      sql`UPDATE academy.grade_change SET reason = ''`,
      sql`DELETE FROM academy.grade_change`,
    ])
      await assert.rejects(house.app.database.db.execute(statement), (error: Error) =>
        /written once/.test(String(error.cause)),
      );
  });

  it("is done twice where the settings ask for it, blind, and agreed on where it differs", async () => {
    const twice = await writeAssignment(house, { settings: { secondMarking: true } });
    const { submissionId } = await submit(twice);
    const [eda, ben] = [grader(), grader()];
    const read = (by: Actor) => house.call("academy.get_submission", { submissionId }, by);
    const first = await mark(submissionId, await claim(submissionId, eda), eda, [1, 1], twice);
    assert.equal(first.status, "second");
    await assert.rejects(claim(submissionId, eda), code("academy.second_grader_needed"));
    const next = await house.call("academy.claim_next_submission", { courseId: twice.courseId }, eda);
    assert.equal(next.submissionId, null);
    const version = await claim(submissionId, ben);
    assert.deepEqual((await read(ben)).readings, []);
    assert.doesNotMatch(JSON.stringify((await read(ben)).history), /points/);
    const second = await mark(submissionId, version, ben, [2, 2], twice);
    assert.equal(second.status, "agreeing");
    assert.equal((await read(eda)).readings.length, 2);
    const agreed = await mark(submissionId, await claim(submissionId, eda), eda, [2, 1], twice);
    assert.deepEqual([agreed.status, agreed.points], ["marked", 15]);
  });

  it("tells that two handed in the same bytes, and no more than that", async () => {
    const [anna, ben] = [await enrolNewStudent(house, course), await enrolNewStudent(house, course)];
    const of = { courseSlug: course.courseSlug, assignmentKey: course.assignmentKey };
    const ids: string[] = [];
    for (const student of [anna, ben]) {
      const fileId = await sendFile(house, student, { content: "The very same words" });
      await house.call("academy.add_draft_file", { ...of, fileId }, student.actor);
      ids.push((await house.call("academy.submit_assignment", of, student.actor)).submissionId);
    }
    const { files } = await house.call("academy.get_submission", { submissionId: ids[0]! }, "editor");
    assert.deepEqual(
      files[0]?.alsoIn.map((one) => one.submissionId),
      [ids[1]],
    );
  });

  it("shows what waits, the oldest first, page by page", async () => {
    const other = await writeAssignment(house);
    const made: string[] = [];
    for (let at = 0; at < 3; at += 1) {
      house.clock.advance({ minutes: 1 });
      made.push((await submit(other)).submissionId);
    }
    const list = (cursor?: string) =>
      house.call("academy.list_submissions", { courseId: other.courseId, limit: 2, cursor }, "editor");
    const first = await list();
    const second = await list(first.nextCursor ?? undefined);
    assert.deepEqual(
      [...first.items, ...second.items].map(({ submissionId }) => submissionId),
      made,
    );
    assert.deepEqual([first.toMark, second.nextCursor], [3, null]);
  });
});
