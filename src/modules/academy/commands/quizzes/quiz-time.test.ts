import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { addStudent, type QuizHouse, rightAnswer, writeQuiz } from "#test/factories/quiz.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("the clock of a quiz", () => {
  let house: TestApp;
  let quiz: QuizHouse;
  before(async () => {
    house = await openTestApp();
    quiz = await writeQuiz(house, { settings: { timeLimitMinutes: 10, attempts: 2, retakeAfterHours: 24 } });
  });
  after(() => house.close());

  const later = (duration: Temporal.DurationLike) => house.clock.set(house.clock.now().add(duration));
  const start = async (student?: Awaited<ReturnType<typeof addStudent>>) => {
    const { actor, enrollmentId } = student ?? (await addStudent(house, quiz.courseId));
    const asked = { course: quiz.course, quizKey: quiz.quizKey };
    const { attemptId } = await house.call("academy.start_attempt", asked, actor);
    const attempt = () => house.call("academy.get_my_attempt", { attemptId }, actor);
    const { items } = await attempt();
    const save = (at: number) =>
      house.call(
        "academy.save_answer",
        { attemptId, position: items[at]!.position, answer: rightAnswer(items[at]!) },
        actor,
      );
    const submit = () => house.call("academy.submit_attempt", { attemptId }, actor);
    return {
      attemptId,
      actor,
      enrollmentId,
      attempt,
      save,
      submit,
      begin: () => house.call("academy.start_attempt", asked, actor),
    };
  };

  it("takes answers until the deadline and ten seconds more; what was saved is marked by itself", async () => {
    const { attemptId, attempt, save } = await start();
    later({ minutes: 9, seconds: 30 });
    assert.equal((await save(0)).remainingMs, 30_000);
    assert.equal((await attempt()).remainingMs, 30_000);
    later({ seconds: 40 });
    assert.equal((await save(1)).isKept, true);
    later({ seconds: 1 });
    await assert.rejects(save(2), { code: "academy.attempt_over" });
    assert.equal((await attempt()).isOver, true);
    await house.runJob("academy.close_overdue_attempts");
    await house.runJob("academy.close_overdue_attempts");
    const ended = await attempt();
    assert.deepEqual(
      [ended.status, ended.finishedBy, ended.finishedAt, ended.scorePpm],
      ["finished", "time", ended.deadlineAt, 250_000],
    );
    assert.equal(ended.attemptId, attemptId);
    await assert.rejects(save(2), { code: "academy.attempt_over" });
  });

  it("gives who comes late the result that the clock made", async () => {
    const { save, submit, attempt } = await start();
    await save(0);
    later({ hours: 5 });
    const result = await submit();
    assert.deepEqual([result.finishedBy, result.scorePpm], ["time", 125_000]);
    assert.equal(result.finishedAt, (await attempt()).deadlineAt);
  });

  it("lets twenty who are late at once, and the job, end it once", async () => {
    const { submit } = await start();
    later({ minutes: 11 });
    const results = await Promise.all([
      house.runJob("academy.close_overdue_attempts"),
      ...Array.from({ length: 20 }, submit),
    ]);
    assert.ok(results.slice(1).every((result) => result && result.finishedBy === "time"));
  });

  it("opens the next attempt when the wait is over, and no more than there are", async () => {
    const { begin, submit, attemptId, actor } = await start();
    await submit();
    await assert.rejects(begin(), { code: "academy.attempt_too_soon" });
    later({ hours: 23, minutes: 59 });
    await assert.rejects(begin(), { code: "academy.attempt_too_soon" });
    later({ minutes: 1 });
    const second = await begin();
    assert.notEqual(second.attemptId, attemptId);
    await house.call("academy.submit_attempt", { attemptId: second.attemptId }, actor);
    later({ hours: 72 });
    await assert.rejects(begin(), { code: "academy.no_attempt_left" });
  });

  it("gives one student more time, at once, and one more attempt", async () => {
    const { save, enrollmentId, attempt, submit, begin } = await start();
    const without = await attempt();
    const { allowanceId } = await house.call("academy.give_quiz_allowance", {
      enrollmentId,
      quizKey: quiz.quizKey,
      extraAttempts: 1,
      extraMinutes: 5,
      reason: "Reads with a screen reader",
    });
    later({ minutes: 14 });
    assert.equal((await save(0)).remainingMs, 60_000);
    const given = await attempt();
    assert.equal(
      Temporal.Instant.from(without.deadlineAt!)
        .until(Temporal.Instant.from(given.deadlineAt!))
        .total("minutes"),
      5,
    );
    assert.equal(given.attemptsLeft, 2);
    await submit();
    await house.call("academy.withdraw_quiz_allowance", { allowanceId });
    later({ hours: 48 });
    const next = await begin();
    assert.equal(house.clock.now().until(Temporal.Instant.from(next.deadlineAt!)).total("minutes"), 10);
  });

  it("does not count an attempt that was made void", async () => {
    const student = await addStudent(house, quiz.courseId);
    const first = await start(student);
    await first.save(0);
    await house.call("academy.void_attempt", { attemptId: first.attemptId, reason: "The connection broke" });
    await assert.rejects(first.save(1), { code: "academy.attempt_over" });
    await assert.rejects(first.submit(), { code: "academy.attempt_void" });
    await assert.rejects(
      house.call("academy.void_attempt", { attemptId: first.attemptId, reason: "Once more" }),
      { code: "academy.attempt_void" },
    );
    const second = await start(student);
    assert.equal((await second.attempt()).attemptsLeft, 1);
    const detail = await house.call("academy.get_attempt", { attemptId: first.attemptId });
    assert.deepEqual([detail.status, detail.voidReason], ["void", "The connection broke"]);
    assert.equal(detail.items.flatMap(({ saves }) => saves).length, 1);
  });
});
