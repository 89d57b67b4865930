import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Actor } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import { toPlainText } from "#kernel/rich-text/rich-text.ts";
import { writeCourse, type WrittenCourse } from "#test/factories/course.ts";
import { createPeople } from "#test/factories/people.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("discussions of a lesson", () => {
  let house: TestApp;
  let course: WrittenCourse;
  let other: WrittenCourse;
  before(async () => {
    house = await openTestApp();
    await createPeople(house);
    course = await writeCourse(house, {
      slug: "talk",
      lessons: [{ slug: "first" }, { slug: "later", opening: { days: 30 } }],
    });
    other = await writeCourse(house, { slug: "elsewhere" });
  });
  after(() => house.close());

  async function student(name: string, courseId = course.courseId) {
    const email = `${newId()}@example.com`;
    const { enrollmentId } = await house.call("academy.enrol_student", { courseId, email, name });
    const { personId } = await house.call("academy.get_enrollment", { enrollmentId });
    const actor: Actor = { kind: "person", personId, role: null };
    return { enrollmentId, personId, actor };
  }
  const FIRST = { course: "talk", lesson: "first" };
  const start = (actor: Actor, title = "Why so?", body = "I do **not** see it.") =>
    house.call("academy.start_thread", { ...FIRST, title, body }, actor);
  const reply = (threadId: string, actor: Actor, body = "Because.") =>
    house.call("academy.reply_to_thread", { threadId, body }, actor);
  const read = (threadId: string, actor: Actor) => house.call("academy.get_thread", { threadId }, actor);
  const titles = async (actor: Actor) =>
    (await house.call("academy.list_threads", FIRST, actor)).items.map(({ title }) => title);
  const moderate = (
    postId: string,
    action: "hide" | "restore" | "pin" | "lock" | "mark_answer",
    reason = "",
  ) => house.call("academy.moderate_post", { postId, action, reason }, house.person("support"));

  it("are led by students of many accounts, by the names they chose", async () => {
    const [anna, bernd] = [await student("Anna Ahrens"), await student("Bernd Beck")];
    await house.call("academy.set_my_discussion_name", { name: "Annie" }, anna.actor);
    const { threadId } = await start(anna.actor);
    await reply(threadId, bernd.actor, "# No heading\n\n- a list");
    const thread = await read(threadId, bernd.actor);
    assert.deepEqual(
      [thread.first.authorName, thread.first.body, thread.replies[0]?.authorName, thread.replies[0]?.isMine],
      ["Annie", null, "Bernd Beck", true],
    );
    assert.equal(toPlainText(thread.first.text).trim(), "I do not see it.");
    assert.ok(!JSON.stringify(thread.replies[0]?.text).includes('"heading"'));
    await house.call("academy.set_my_discussion_name", { name: "A. A." }, anna.actor);
    assert.equal((await read(threadId, bernd.actor)).first.authorName, "A. A.");
  });

  it("show nothing to strangers, other courses' students and who was taken out", async () => {
    const anna = await student("Anna");
    const revoked = await student("Rita");
    const { threadId } = await start(revoked.actor, "Seen by students alone");
    const elsewhere = await student("Else", other.courseId);
    const stranger: Actor = { kind: "person", personId: newId(), role: null };
    await house.call("academy.change_enrollment", {
      enrollmentId: revoked.enrollmentId,
      status: "cancelled",
      reason: "Refunded",
    });
    for (const actor of [elsewhere.actor, stranger, house.person("editor")]) {
      await assert.rejects(read(threadId, actor), { code: "academy.thread_unknown" });
      await assert.rejects(titles(actor), { code: "academy.not_enrolled" });
      await assert.rejects(start(actor), { code: "academy.not_enrolled" });
      await assert.rejects(reply(threadId, actor), { code: "academy.thread_unknown" });
    }
    await assert.rejects(titles(revoked.actor), { code: "academy.enrollment_closed" });
    await assert.rejects(read(threadId, revoked.actor), { code: "academy.thread_unknown" });
    await assert.rejects(house.call("academy.edit_post", { postId: threadId, body: "x" }, revoked.actor), {
      code: "academy.post_unknown",
    });
    assert.ok((await titles(anna.actor)).includes("Seen by students alone"));
  });

  it("wait until the lesson is open", async () => {
    const anna = await student("Anna");
    await assert.rejects(
      house.call(
        "academy.start_thread",
        { course: "talk", lesson: "later", title: "a", body: "b" },
        anna.actor,
      ),
      { code: "academy.lesson_not_open" },
    );
  });

  it("can be changed for 15 minutes and removed, by who wrote", async () => {
    const [anna, bernd] = [await student("Anna"), await student("Bernd")];
    const { threadId } = await start(anna.actor);
    const edit = (actor: Actor, body: string) =>
      house.call("academy.edit_post", { postId: threadId, title: "Now I see", body }, actor);
    await assert.rejects(edit(bernd.actor, "Not mine"), { code: "academy.post_unknown" });
    await edit(anna.actor, "Thank you");
    const changed = await read(threadId, bernd.actor);
    assert.deepEqual([changed.title, changed.first.editedAt !== null], ["Now I see", true]);
    house.clock.advance({ minutes: 16 });
    await assert.rejects(edit(anna.actor, "Too late"), { code: "academy.post_settled" });
    await reply(threadId, bernd.actor);
    await assert.rejects(house.call("academy.delete_post", { postId: threadId }, bernd.actor), {
      code: "academy.post_unknown",
    });
    await house.call("academy.delete_post", { postId: threadId }, anna.actor);
    const left = await read(threadId, bernd.actor);
    assert.deepEqual([left.first.isDeleted, left.first.text.content, left.replies.length], [true, [], 1]);
  });

  it("take ten posts in ten minutes of one person, however many are sent at once", async () => {
    const anna = await student("Anna");
    const { threadId } = await start(anna.actor);
    house.clock.advance({ minutes: 10 });
    const sent = await Promise.allSettled(Array.from({ length: 20 }, () => reply(threadId, anna.actor)));
    assert.equal(sent.filter(({ status }) => status === "fulfilled").length, 10);
    for (const one of sent)
      if (one.status === "rejected") assert.equal(one.reason.code, "academy.posts_too_fast");
    house.clock.advance({ minutes: 10 });
    await reply(threadId, anna.actor);
  });

  it("are moderated: hidden, brought back, pinned, closed, answered", async () => {
    const [anna, bernd] = [await student("Anna"), await student("Bernd")];
    const { threadId } = await start(anna.actor, "Rude");
    const rude = await reply(threadId, bernd.actor, "Something rude");
    await house.call("academy.report_post", { postId: rude.postId, reason: "Rude" }, anna.actor);
    await house.call("academy.report_post", { postId: rude.postId, reason: "Again" }, anna.actor);
    await assert.rejects(house.call("academy.report_post", { postId: threadId, reason: "x" }, anna.actor), {
      code: "academy.post_own",
    });
    const reported = await house.call("academy.list_posts", { view: "reported" }, house.person("support"));
    assert.deepEqual(
      reported.items.map(({ postId, openReports }) => [postId, openReports]),
      [[rude.postId, 1]],
    );
    await assert.rejects(moderate(rude.postId, "hide"), { code: "academy.moderation_unfit" });
    await moderate(rude.postId, "hide", "Insults somebody");
    assert.deepEqual((await read(threadId, anna.actor)).replies, []);
    assert.equal((await read(threadId, bernd.actor)).replies[0]?.hideReason, "Insults somebody");
    const settled = await house.call("academy.list_posts", { view: "reported" }, house.person("support"));
    assert.deepEqual(settled.items, []);
    await moderate(rude.postId, "restore");
    await moderate(rude.postId, "mark_answer");
    await moderate(threadId, "pin");
    assert.equal((await read(threadId, anna.actor)).replies[0]?.isAnswer, true);
    const [first] = (await house.call("academy.list_threads", FIRST, anna.actor)).items;
    assert.deepEqual([first?.threadId, first?.isPinned, first?.hasAnswer], [threadId, true, true]);
    await moderate(threadId, "lock");
    await assert.rejects(reply(threadId, anna.actor), { code: "academy.thread_locked" });
    const said = await house.call(
      "academy.reply_as_staff",
      { threadId, body: "Let us stop here." },
      house.person("editor"),
    );
    const seen = (await read(threadId, anna.actor)).replies.find(({ postId }) => postId === said.postId);
    assert.deepEqual([seen?.isStaff, seen?.authorName], [true, "Eda Editor"]);
    await moderate(threadId, "hide", "Not about the lesson");
    assert.ok(!(await titles(bernd.actor)).includes("Rude"));
    await assert.rejects(read(threadId, bernd.actor), { code: "academy.thread_unknown" });
  });
});
