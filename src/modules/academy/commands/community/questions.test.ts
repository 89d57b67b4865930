import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Actor } from "#kernel/actor.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { openQuestions } from "#modules/academy/index.ts";
import { writeCourse, type WrittenCourse } from "#test/factories/course.ts";
import { createPeople, personId as staffId } from "#test/factories/people.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("questions to who teaches", () => {
  let house: TestApp;
  let course: WrittenCourse;
  before(async () => {
    house = await openTestApp();
    await createPeople(house);
    course = await writeCourse(house, { slug: "asked" });
  });
  after(() => house.close());

  async function student() {
    const email = `${newId()}@example.com`;
    const { enrollmentId } = await house.call("academy.enrol_student", {
      courseId: course.courseId,
      email,
      name: "Sam Student",
    });
    const { personId } = await house.call("academy.get_enrollment", { enrollmentId });
    const actor: Actor = { kind: "person", personId, role: null };
    return { email, enrollmentId, personId, actor };
  }
  const ask = (actor: Actor, subject = "How do I begin?") =>
    house.call(
      "academy.ask_question",
      { course: "asked", lesson: "first", subject, body: "I am **lost**." },
      actor,
    );
  const mine = async (actor: Actor) =>
    (await house.call("academy.list_my_questions", { course: "asked" }, actor)).questions;
  const answer = (questionId: string, body = "Like this.") =>
    house.call("academy.answer_question", { questionId, body }, house.person("editor"));
  const mails = (to: string, kind: string) =>
    rows<{ subject: string; text: string }>(
      house.app.database.db,
      sql`SELECT subject, text FROM kernel.mail WHERE to_address = ${to} AND kind = ${kind} ORDER BY created_at, id`,
    );

  it("go to staff and come back answered, by mail both ways, and open again", async () => {
    const sam = await student();
    const { questionId } = await ask(sam.actor);
    await house.drain();
    assert.equal((await mails("support@example.com", "academy.question_asked")).length, 1);
    const waiting = await openQuestions(house.app.database.db, { personId: sam.personId });
    assert.deepEqual(
      waiting.map((one) => one.questionId),
      [questionId],
    );
    await answer(questionId);
    await house.drain();
    const [mail] = await mails(sam.email, "academy.question_answered");
    assert.ok(mail?.subject.includes("How do I begin?"));
    assert.ok(!mail?.text.includes("Like this."));
    const [question] = await mine(sam.actor);
    assert.deepEqual(
      [question?.status, question?.lessonSlug, question?.messages.map(({ isStaff }) => isStaff)],
      ["answered", "first", [false, true]],
    );
    assert.deepEqual(await openQuestions(house.app.database.db, { personId: sam.personId }), []);
    await house.call("academy.ask_on", { questionId, body: "And then?" }, sam.actor);
    const open = await house.call(
      "academy.list_student_questions",
      { status: "open" },
      house.person("support"),
    );
    const found = open.items.find((one) => one.questionId === questionId);
    assert.equal(found?.assigneeId, staffId(house, "editor"));
  });

  it("are read by their student alone", async () => {
    const [sam, rita] = [await student(), await student()];
    const { questionId } = await ask(sam.actor);
    assert.deepEqual(await mine(rita.actor), []);
    for (const actor of [rita.actor, { kind: "person", personId: newId(), role: null } as const])
      await assert.rejects(house.call("academy.ask_on", { questionId, body: "x" }, actor), {
        code: "academy.student_question_unknown",
      });
    await house.call("academy.change_enrollment", {
      enrollmentId: sam.enrollmentId,
      status: "suspended",
      reason: "Unpaid",
    });
    await assert.rejects(mine(sam.actor), { code: "academy.enrollment_closed" });
    await assert.rejects(house.call("academy.ask_on", { questionId, body: "x" }, sam.actor), {
      code: "academy.enrollment_closed",
    });
  });

  it("keep a pace of ten in ten minutes, however many are sent at once", async () => {
    const sam = await student();
    const sent = await Promise.allSettled(Array.from({ length: 20 }, () => ask(sam.actor)));
    assert.equal(sent.filter(({ status }) => status === "fulfilled").length, 10);
    for (const one of sent)
      if (one.status === "rejected") assert.equal(one.reason.code, "academy.messages_too_fast");
  });

  it("are assigned to who answers students, and marked by hand", async () => {
    const sam = await student();
    const { questionId } = await ask(sam.actor);
    const assign = (role: "support" | "finance") =>
      house.call("academy.assign_question", { questionId, personId: staffId(house, role) });
    await assert.rejects(assign("finance"), { code: "academy.assignee_unfit" });
    await assign("support");
    const inbox = { assignee: "me" as const, status: "open" as const };
    const held = await house.call("academy.list_student_questions", inbox, house.person("support"));
    assert.ok(held.items.some((one) => one.questionId === questionId));
    await house.call("academy.set_question_status", { questionId, status: "answered" });
    const left = await house.call("academy.list_student_questions", inbox, house.person("support"));
    assert.ok(!left.items.some((one) => one.questionId === questionId));
  });

  it("about a lesson that is not theirs are refused", async () => {
    const sam = await student();
    await assert.rejects(
      house.call(
        "academy.ask_question",
        { course: "asked", lesson: "none", subject: "a", body: "b" },
        sam.actor,
      ),
      { code: "academy.lesson_unknown" },
    );
  });
});
