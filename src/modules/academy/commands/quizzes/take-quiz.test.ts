import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { rows, sql } from "#kernel/db/sql.ts";
import type { Answer } from "#modules/academy/contract/quiz-answer.ts";
import { addStudent, QUESTIONS, type QuizHouse, rightAnswer, writeQuiz } from "#test/factories/quiz.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("taking a quiz", () => {
  let house: TestApp;
  let quiz: QuizHouse;
  before(async () => {
    house = await openTestApp();
    quiz = await writeQuiz(house, { settings: { attempts: 1 } });
  });
  after(() => house.close());

  const settled = <T>(work: () => Promise<T>) => Promise.allSettled(Array.from({ length: 20 }, work));
  const start = async () => {
    const student = await addStudent(house, quiz.courseId);
    const { attemptId } = await house.call(
      "academy.start_attempt",
      { course: quiz.course, quizKey: quiz.quizKey },
      student.actor,
    );
    return { student, attemptId, as: student.actor };
  };

  it("begins, takes answers, and ends with a score that completes the lesson", async () => {
    const { attemptId, as, student } = await start();
    const { items } = await house.call("academy.get_my_attempt", { attemptId }, as);
    assert.equal(items.length, QUESTIONS.length);
    for (const item of items) {
      const saved = await house.call(
        "academy.save_answer",
        { attemptId, position: item.position, answer: rightAnswer(item) },
        as,
      );
      assert.deepEqual([saved.isKept, saved.sequence, saved.review], [true, 1, null]);
      assert.deepEqual(saved.answer, rightAnswer(item));
    }
    const result = await house.call("academy.submit_attempt", { attemptId }, as);
    assert.deepEqual([result.status, result.scorePpm, result.isPassed], ["finished", 1_000_000, true]);
    const ended = await house.call("academy.get_my_attempt", { attemptId }, as);
    assert.ok(ended.items.every(({ review }) => review?.awardedPpm === 1_000_000));
    const [progress] = await rows<{ score_ppm: number; done: boolean }>(
      house.app.database.db,
      sql`SELECT score_ppm, completed_at IS NOT NULL AS done FROM academy.lesson_progress
          WHERE enrollment_id = ${student.enrollmentId} AND lesson_key = ${quiz.lessonKey}`,
    );
    assert.deepEqual(progress, { score_ppm: 1_000_000, done: true });
  });

  it("gives twenty windows that start at once the same attempt", async () => {
    const student = await addStudent(house, quiz.courseId);
    const started = await settled(() =>
      house.call("academy.start_attempt", { course: quiz.course, quizKey: quiz.quizKey }, student.actor),
    );
    const values = started.map((one) =>
      one.status === "fulfilled" ? one.value : assert.fail(String(one.reason)),
    );
    assert.equal(new Set(values.map(({ attemptId }) => attemptId)).size, 1);
    assert.equal(values.filter(({ isNew }) => isNew).length, 1);
  });

  it("is submitted once, however often and at once it is asked for", async () => {
    const { attemptId, as } = await start();
    const results = await settled(() => house.call("academy.submit_attempt", { attemptId }, as));
    assert.ok(results.every(({ status }) => status === "fulfilled"));
    const told = await rows<{ name: string; count: number }>(
      house.app.database.db,
      sql`SELECT name, count(*)::int AS count FROM kernel.event WHERE payload->>'attemptId' = ${attemptId}
          GROUP BY name ORDER BY name`,
    );
    assert.deepEqual(told, [
      { name: "academy.attempt_marked", count: 1 },
      { name: "academy.attempt_started", count: 1 },
      { name: "academy.attempt_submitted", count: 1 },
    ]);
    await assert.rejects(
      house.call("academy.start_attempt", { course: quiz.course, quizKey: quiz.quizKey }, as),
      { code: "academy.no_attempt_left" },
    );
  });

  it("keeps the newest answer, whatever order saves arrive in", async () => {
    const { attemptId, as } = await start();
    const { items } = await house.call("academy.get_my_attempt", { attemptId }, as);
    const { position } = items.find(({ kind }) => kind === "short_text")!;
    const save = (text: string, sequence: number) =>
      house.call(
        "academy.save_answer",
        { attemptId, position, answer: { kind: "short_text", text } satisfies Answer, sequence },
        as,
      );
    await Promise.all(Array.from({ length: 20 }, (_, at) => save(`answer ${at + 1}`, at + 1)));
    const late = await save("from a slow window", 7);
    assert.deepEqual([late.isKept, late.sequence], [false, 20]);
    assert.deepEqual(late.answer, { kind: "short_text", text: "answer 20" });
    const again = await save("answer 20", 20);
    assert.deepEqual([again.isKept, again.sequence], [true, 20]);
  });

  it("refuses what was not asked, and whose it is not", async () => {
    const { attemptId, as } = await start();
    const { items } = await house.call("academy.get_my_attempt", { attemptId }, as);
    const { position } = items.find(({ kind }) => kind === "single")!;
    const save = (answer: Answer, actor = as) =>
      house.call("academy.save_answer", { attemptId, position, answer }, actor);
    await assert.rejects(save({ kind: "single", choice: "9" }), { code: "academy.answer_unfit" });
    await assert.rejects(save({ kind: "single", choice: "r" }), { code: "academy.answer_unfit" });
    await assert.rejects(save({ kind: "numeric", text: "1" }), { code: "academy.answer_unfit" });
    const stranger = await addStudent(house, quiz.courseId);
    await assert.rejects(save({ kind: "single", choice: "1" }, stranger.actor), {
      code: "academy.attempt_unknown",
    });
    await assert.rejects(house.call("academy.get_my_attempt", { attemptId }, stranger.actor), {
      code: "academy.attempt_unknown",
    });
    await assert.rejects(house.call("academy.submit_attempt", { attemptId }, stranger.actor), {
      code: "academy.attempt_unknown",
    });
  });
});
