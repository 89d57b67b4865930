import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { firstRow, sql } from "#kernel/db/sql.ts";
import {
  type AssignedCourse,
  enrolNewStudent,
  handIn,
  sendFile,
  type TestStudent,
  writeAssignment,
} from "#test/factories/assignments.ts";
import { paragraph } from "#test/factories/course.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("work of a student", () => {
  let house: TestApp;
  let course: AssignedCourse;
  let of: { courseSlug: string; assignmentKey: string };
  before(async () => {
    house = await openTestApp();
    course = await writeAssignment(house, {
      settings: { dueDays: 7, maxFiles: 2, maxFileBytes: 1000, fileTypes: ["text/plain"], attempts: 2 },
    });
    of = { courseSlug: course.courseSlug, assignmentKey: course.assignmentKey };
  });
  after(() => house.close());

  const student = () => enrolNewStudent(house, course);
  const look = ({ actor }: TestStudent) => house.call("academy.get_my_assignment", of, actor);
  const save = ({ actor }: TestStudent, words: string, revision: number) =>
    house.call("academy.save_my_draft", { ...of, text: paragraph(words), revision }, actor);

  it("is kept on the server: the newest save counts, and another device's stays beside it", async () => {
    const anna = await student();
    assert.equal((await save(anna, "On the phone", 0)).replacedAt, null);
    house.clock.advance({ minutes: 1 });
    assert.equal((await save(anna, "On the phone, more", 1)).replacedAt, null);
    house.clock.advance({ minutes: 1 });
    const saved = await save(anna, "On the desk", 1);
    assert.equal(saved.revision, 3);
    assert.ok(saved.replacedAt);
    const { draft } = await look(anna);
    assert.deepEqual(draft.text, paragraph("On the desk"));
    assert.deepEqual(draft.replacedText, paragraph("On the phone, more"));
    await assert.rejects(house.call("academy.submit_assignment", { ...of, revision: 2 }, anna.actor), {
      code: "academy.draft_changed",
    });
  });

  it("is frozen under a number when it is handed in", async () => {
    const anna = await student();
    const fileId = await sendFile(house, anna);
    await house.call("academy.add_draft_file", { ...of, fileId }, anna.actor);
    const id = await handIn(house, course, anna, "First words");
    const mine = await look(anna);
    assert.equal(mine.closedReason, "in_marking");
    assert.equal(mine.draft.revision, 0);
    assert.deepEqual(
      mine.submissions.map(({ number, status, files }) => [number, status, files.length]),
      [[1, "waiting", 1]],
    );
    await assert.rejects(save(anna, "Later words", 0), { code: "academy.in_marking" });
    await assert.rejects(
      house.app.database.db.execute(
        sql`UPDATE academy.submission SET submitted_at = submitted_at - interval '1 day' WHERE id = ${id}`,
      ),
      (error: Error) => /never changed/.test(String(error.cause)),
    );
    const progress = await firstRow<{ submitted_at: string | null }>(
      house.app.database.db,
      sql`SELECT submitted_at FROM academy.lesson_progress WHERE enrollment_id = ${anna.enrollmentId}`,
    );
    assert.ok(progress?.submitted_at);
  });

  it("can be taken back before anybody begins, and is the draft again", async () => {
    const anna = await student();
    const fileId = await sendFile(house, anna);
    await house.call("academy.add_draft_file", { ...of, fileId }, anna.actor);
    const submissionId = await handIn(house, course, anna, "Too early");
    await house.call("academy.withdraw_submission", { submissionId }, anna.actor);
    const { draft, attemptsLeft, closedReason } = await look(anna);
    assert.deepEqual(draft.text, paragraph("Too early"));
    assert.deepEqual(
      draft.files.map((file) => file.fileId),
      [fileId],
    );
    assert.deepEqual([attemptsLeft, closedReason], [2, null]);
    await assert.rejects(house.call("academy.withdraw_submission", { submissionId }, anna.actor), {
      code: "academy.marking_begun",
    });
  });

  it("is late from the end of the last day by the student's own clock", async () => {
    const berlin = await enrolNewStudent(house, { ...course, zone: "Europe/Berlin" });
    const pacific = await enrolNewStudent(house, { ...course, zone: "America/Los_Angeles" });
    const due = (await look(berlin)).dueAt ?? assert.fail("it has a date");
    house.clock.set(Temporal.Instant.from(due));
    await handIn(house, course, berlin);
    await handIn(house, course, pacific);
    const isLate = async (who: TestStudent) => (await look(who)).submissions[0]?.isLate;
    assert.deepEqual([await isLate(berlin), await isLate(pacific)], [true, false]);
  });

  it("takes the files its settings name, no programs, and not those of others", async () => {
    const [anna, ben] = [await student(), await student()];
    const add = (fileId: string) => house.call("academy.add_draft_file", { ...of, fileId }, anna.actor);
    await assert.rejects(add(await sendFile(house, anna, { name: "setup.EXE" })), {
      code: "academy.file_is_program",
    });
    await assert.rejects(add(await sendFile(house, anna, { content: "%PDF-1.7" })), {
      code: "academy.file_type_not_taken",
    });
    await assert.rejects(add(await sendFile(house, anna, { content: "x".repeat(1001) })), {
      code: "academy.file_too_large",
    });
    await assert.rejects(add(await sendFile(house, ben)), { code: "files.not_found" });
    const first = await sendFile(house, anna);
    await add(first);
    await add(await sendFile(house, anna));
    await assert.rejects(add(await sendFile(house, anna)), { code: "academy.files_full" });
    const { files } = await house.call("academy.remove_draft_file", { ...of, fileId: first }, anna.actor);
    assert.equal(files.length, 1);
  });

  it("is handed in once when twenty windows do it at once", async () => {
    const anna = await student();
    await save(anna, "Once", 0);
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, () => house.call("academy.submit_assignment", of, anna.actor)),
    );
    assert.equal(tries.filter(({ status }) => status === "fulfilled").length, 1);
    assert.equal((await look(anna)).submissions.length, 1);
  });

  it("is nobody else's business, not even of the same account", async () => {
    const anna = await student();
    const submissionId = await handIn(house, course, anna);
    const ben = await student();
    await house.app.database.db.execute(
      sql`UPDATE academy.submission SET account_id = ${ben.accountId} WHERE id = ${submissionId}`,
    );
    await assert.rejects(house.call("academy.withdraw_submission", { submissionId }, ben.actor), {
      code: "academy.submission_unknown",
    });
    await assert.rejects(house.call("academy.submit_assignment", of, ben.actor), {
      code: "academy.nothing_to_submit",
    });
  });
});
