import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { rows, sql } from "#kernel/db/sql.ts";
import { paragraph } from "#test/factories/course.ts";
import { addStudent, type QuizHouse, writeQuiz } from "#test/factories/quiz.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const choice = (right: string) => ({
  kind: "single" as const,
  options: ["a", "b", "c"].map((id) => ({
    id,
    text: paragraph(`Option ${id}`),
    correct: id === right,
    feedback: "",
  })),
});
const question = (slug: string, right: string) => ({
  slug,
  prompt: paragraph(slug),
  body: choice(right),
  explanation: null,
  points: 1,
  tags: [],
});

describe("attempts after their end", () => {
  let house: TestApp;
  let quiz: QuizHouse;
  before(async () => {
    house = await openTestApp();
    quiz = await writeQuiz(house, {
      questions: [question("first", "a"), question("second", "a")],
      settings: { passingPercent: 100, shuffleOptions: false, shuffleQuestions: false },
    });
    // Twelve students: a strong half that is right twice, and others; three of them never finish.
    for (const [first, second] of ["aa", "aa", "aa", "aa", "ab", "ab", "ba", "bb", "bb", "bc", "cc", "cb"])
      await take(first!, second!);
  });
  after(() => house.close());

  async function take(first: string, second: string) {
    const { actor } = await addStudent(house, quiz.courseId);
    const { attemptId } = await house.call(
      "academy.start_attempt",
      { course: quiz.course, quizKey: quiz.quizKey },
      actor,
    );
    for (const [at, option] of [first, second].entries())
      await house.call(
        "academy.save_answer",
        {
          attemptId,
          position: at + 1,
          answer: { kind: "single", choice: String("abc".indexOf(option) + 1) },
          spentMs: 1000 * (at + 1),
        },
        actor,
      );
    await house.call("academy.submit_attempt", { attemptId }, actor);
    return attemptId;
  }

  it("tell how well each question works", async () => {
    const { courseId, quizKey } = quiz;
    const analysis = await house.call("academy.get_item_analysis", { courseId, quizKey });
    assert.deepEqual(analysis.funnel, {
      started: 12,
      open: 0,
      finished: 12,
      endedByTime: 0,
      passed: 4,
      void: 0,
    });
    const [first, second] = analysis.items;
    assert.equal(first?.difficulty.value, 0.5);
    assert.equal(second?.difficulty.value, 5 / 12);
    // Phi of the two questions: (4·5 − 2·1) / √(6·6·5·7).
    const phi = (4 * 5 - 2 * 1) / Math.sqrt(6 * 6 * 5 * 7);
    assert.ok(Math.abs((first?.discrimination.value ?? 0) - phi) < 1e-9);
    // The best four were right each time; of the weakest four, none.
    assert.equal(first?.index.value, 1);
    assert.deepEqual(first?.medianMs, { value: 1000, reason: null });
    assert.deepEqual(
      first?.choices.map(({ label, isRight, chosen, bestShare }) => [label, isRight, chosen, bestShare]),
      [
        ["Option a", true, 6, 1],
        ["Option b", false, 4, 0],
        ["Option c", false, 2, 0],
      ],
    );
  });

  it("say why there is no number while too few have answered", async () => {
    const fresh = await writeQuiz(house);
    const { items } = await house.call("academy.get_item_analysis", {
      courseId: fresh.courseId,
      quizKey: fresh.quizKey,
    });
    assert.deepEqual(items, []);
    const { actor } = await addStudent(house, fresh.courseId);
    const { attemptId } = await house.call(
      "academy.start_attempt",
      { course: fresh.course, quizKey: fresh.quizKey },
      actor,
    );
    await house.call("academy.submit_attempt", { attemptId }, actor);
    const one = await house.call("academy.get_item_analysis", {
      courseId: fresh.courseId,
      quizKey: fresh.quizKey,
    });
    assert.equal(one.items.length, 8);
    for (const { difficulty, discrimination, index } of one.items)
      for (const figure of [difficulty, discrimination, index])
        assert.deepEqual(figure, { value: null, reason: "1 of at least 10 answers" });
  });

  it("are marked anew when a key was wrong: previewed, then done, with what was before on record", async () => {
    const questionId = quiz.questionIds.first!;
    const { version } = await house.call("academy.revise_question", {
      questionId,
      version: 1,
      body: choice("b"),
    });
    const preview = await house.call("academy.preview_remark", { questionId });
    assert.deepEqual(
      [preview.attempts, preview.raised, preview.lowered, preview.nowPassing, preview.nowFailing],
      [12, 4, 6, 1, 4],
    );
    await assert.rejects(
      house.call("academy.remark_question", { questionId, version: 1, reason: "The key was wrong" }),
      { code: "academy.question_changed" },
    );
    const done = await house.call("academy.remark_question", {
      questionId,
      version,
      reason: "The key was wrong",
    });
    assert.equal(done.changed, 4);
    const again = await house.call("academy.remark_question", { questionId, version, reason: "Once more" });
    assert.equal(again.changed, 0);
    const scores = await rows<{ score_ppm: number; count: number }>(
      house.app.database.db,
      sql`SELECT score_ppm, count(*)::int AS count FROM academy.quiz_attempt WHERE quiz_key = ${quiz.quizKey}
          GROUP BY score_ppm ORDER BY score_ppm`,
    );
    assert.deepEqual(scores, [
      { score_ppm: 0, count: 2 },
      { score_ppm: 500_000, count: 5 },
      { score_ppm: 1_000_000, count: 5 },
    ]);
    const changes = await rows<{ score_ppm_before: number; score_ppm_after: number }>(
      house.app.database.db,
      sql`SELECT score_ppm_before, score_ppm_after FROM academy.quiz_remark_change WHERE remark_id = ${done.remarkId}
          ORDER BY 1, 2`,
    );
    assert.deepEqual(
      changes.map((one) => one.score_ppm_after - one.score_ppm_before),
      [500_000, 500_000, 500_000, 500_000],
    );
    const lower = await house.call("academy.remark_question", {
      questionId,
      version,
      keepBetter: false,
      reason: "All by the right key",
    });
    assert.equal(lower.changed, 6);
    const { items } = await house.call("academy.list_attempts", { quizKey: quiz.quizKey, limit: 200 });
    assert.equal(items.filter(({ isPassed }) => isPassed).length, 1);
  });
});
