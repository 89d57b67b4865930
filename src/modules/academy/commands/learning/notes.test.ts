import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Actor } from "#kernel/actor.ts";
import { writeCourse } from "#test/factories/course.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const AT = { course: "noted", lesson: "first" };

describe("a student's notes", () => {
  let house: TestApp;
  let student: Actor;
  let other: Actor;
  before(async () => {
    house = await openTestApp();
    const { courseId } = await writeCourse(house, { slug: "noted" });
    const enrol = async (email: string): Promise<Actor> => {
      const { enrollmentId } = await house.call("academy.enrol_student", { courseId, email, name: "Noa" });
      const { personId } = await house.call("academy.get_enrollment", { enrollmentId });
      return { kind: "person", personId, role: null };
    };
    student = await enrol("noa@example.com");
    other = await enrol("otto@example.com");
  });
  after(() => house.close());
  const list = async (as: Actor) => (await house.call("academy.list_my_notes", AT, as)).notes;

  it("are written, changed and deleted, and are nobody else's", async () => {
    const { noteId } = await house.call(
      "academy.save_my_note",
      { ...AT, body: " Ask twelve people " },
      student,
    );
    await house.call("academy.save_my_note", { ...AT, noteId, body: "Ask <b>thirteen</b>" }, student);
    assert.deepEqual(
      (await list(student)).map(({ body }) => body),
      ["Ask <b>thirteen</b>"],
    );
    assert.deepEqual(await list(other), []);
    const theirs = { ...AT, noteId, body: "Mine now" };
    await assert.rejects(house.call("academy.save_my_note", theirs, other), { code: "academy.note_unknown" });
    await assert.rejects(house.call("academy.delete_my_note", { noteId }, other), {
      code: "academy.note_unknown",
    });
    await house.call("academy.delete_my_note", { noteId }, student);
    assert.deepEqual(await list(student), []);
  });

  it("belong to a lesson there is", async () => {
    const nowhere = { course: "noted", lesson: "nowhere", body: "Lost" };
    await assert.rejects(house.call("academy.save_my_note", nowhere, student), {
      code: "academy.lesson_unknown",
    });
  });
});
