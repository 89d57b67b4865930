import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { QuizSettings } from "#modules/academy/contract/quiz.ts";
import { addStudent, rightAnswer, writeQuiz } from "#test/factories/quiz.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

/** What only who has the key could say: its words, its fields, and what is told after. */
const KEY =
  /KEY|731\.5|tolerance|"correct"|"accept"|"solution"|"explanation"|Because of|Remark on|"seed"|o-yes|"i0"/;

describe("the key of a quiz", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
  });
  after(() => house.close());

  /** Takes a quiz and gives all that the house said on the way: before the end, and after it. */
  async function takeAll(settings: Partial<QuizSettings>, isRight = true) {
    const quiz = await writeQuiz(house, { settings });
    const { actor } = await addStudent(house, quiz.courseId);
    const ref = { course: quiz.course, quizKey: quiz.quizKey };
    const said: unknown[] = [await house.call("academy.get_my_quiz", ref, actor)];
    const started = await house.call("academy.start_attempt", ref, actor);
    const { attemptId } = started;
    const attempt = await house.call("academy.get_my_attempt", { attemptId }, actor);
    said.push(started, attempt, await house.call("academy.get_my_quiz", ref, actor));
    for (const item of attempt.items) {
      const answer = isRight ? rightAnswer(item) : { kind: "numeric" as const, text: "1" };
      if (!isRight && item.kind !== "numeric") continue;
      said.push(
        await house.call("academy.save_answer", { attemptId, position: item.position, answer }, actor),
      );
    }
    const during = await house.call("academy.get_my_attempt", { attemptId }, actor);
    said.push(during);
    const result = await house.call("academy.submit_attempt", { attemptId }, actor);
    const ended = await house.call("academy.get_my_attempt", { attemptId }, actor);
    return {
      said,
      after: [result, ended, await house.call("academy.get_my_quiz", ref, actor)],
      ended,
      ref,
      actor,
    };
  }

  /** What a student typed is their own; `review` is null until it may be seen. */
  const withoutAnswers = (value: unknown): string =>
    JSON.stringify(value, (name, inner: unknown) => (name === "answer" ? undefined : inner)).replaceAll(
      '"review":null',
      "",
    );

  it("is in no answer before the end, whatever is asked, when feedback comes after it", async () => {
    for (const feedback of ["after_submission", "after_last_attempt", "never"] as const) {
      const { said } = await takeAll({ feedback });
      for (const answer of said) assert.doesNotMatch(withoutAnswers(answer), KEY, feedback);
    }
  });

  it("comes after the end when the quiz says so, with the explanation and what was said of the choice", async () => {
    const { ended } = await takeAll({ feedback: "after_submission" });
    const single = ended.items.find(({ kind }) => kind === "single")!;
    assert.deepEqual(
      single.review?.remarks.map(({ text }) => text),
      ["Remark on r"],
    );
    assert.match(JSON.stringify(single.review?.explanation), /Because of one/);
    assert.ok(ended.items.every(({ review, answer }) => review && answer));
  });

  it("never comes where it never should, and waits for the last attempt where it should", async () => {
    const never = await takeAll({ feedback: "never", attempts: 1 });
    for (const answer of never.after) assert.doesNotMatch(withoutAnswers(answer), KEY);
    const waits = await takeAll({ feedback: "after_last_attempt", attempts: 2 });
    for (const answer of waits.after) assert.doesNotMatch(withoutAnswers(answer), KEY);
    const { attemptId } = await house.call("academy.start_attempt", waits.ref, waits.actor);
    const open = await house.call(
      "academy.get_my_attempt",
      { attemptId: waits.ended.attemptId },
      waits.actor,
    );
    await house.call("academy.submit_attempt", { attemptId }, waits.actor);
    const last = await house.call(
      "academy.get_my_attempt",
      { attemptId: waits.ended.attemptId },
      waits.actor,
    );
    assert.ok(last.items.every(({ review }) => review !== null));
    // The last attempt is under way, with the same questions: showing the first would show its key.
    assert.ok(open.items.every(({ review }) => review === null));
  });

  it("comes with an answer when feedback is immediate, and locks that answer", async () => {
    const quiz = await writeQuiz(house, { settings: { feedback: "immediately" } });
    const { actor } = await addStudent(house, quiz.courseId);
    const { attemptId } = await house.call(
      "academy.start_attempt",
      { course: quiz.course, quizKey: quiz.quizKey },
      actor,
    );
    const { items } = await house.call("academy.get_my_attempt", { attemptId }, actor);
    const item = items.find(({ kind }) => kind === "true_false")!;
    const save = (value: boolean | null, sequence?: number) =>
      house.call(
        "academy.save_answer",
        { attemptId, position: item.position, answer: { kind: "true_false", value }, sequence },
        actor,
      );
    assert.deepEqual((await save(null)).isLocked, false);
    const wrong = await save(false, 5);
    assert.deepEqual(
      [wrong.isLocked, wrong.review?.awardedPpm, wrong.review?.solution],
      [true, 0, { kind: "true_false", value: true }],
    );
    await assert.rejects(save(true), { code: "academy.answer_locked" });
    assert.deepEqual(await save(false, 5), wrong);
    const others = await house.call("academy.get_my_attempt", { attemptId }, actor);
    assert.deepEqual(
      others.items.filter(({ review }) => review).map(({ position }) => position),
      [item.position],
    );
  });

  it("is hidden from other students and from visitors by access alone", async () => {
    const { ended } = await takeAll({});
    const quiz = await writeQuiz(house);
    const other = await addStudent(house, quiz.courseId);
    for (const name of ["academy.list_questions", "academy.list_attempts"] as const)
      await assert.rejects(house.call(name, {}, other.actor), { code: "access.forbidden" });
    await assert.rejects(house.call("academy.get_attempt", { attemptId: ended.attemptId }, other.actor), {
      code: "access.forbidden",
    });
  });
});
