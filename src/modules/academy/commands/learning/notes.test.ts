import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Actor } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { enrolStudent } from "#modules/academy/learning/enrol-student.ts";
import { writeCourse } from "#test/factories/course.ts";
import { asHouse, createCustomer } from "#test/factories/customers.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const AT = { course: "noted", lesson: "first" };

describe("a student's notes", () => {
  let house: TestApp;
  let student: Actor;
  let other: Actor;
  before(async () => {
    house = await openTestApp();
    const { courseId } = await writeCourse(house, { slug: "noted" });
    // Two of one account: row-level security shows each the other's rows, and the operation alone keeps them apart.
    const { accountId, personId } = await createCustomer(house);
    const colleague = await createCustomer(house);
    await house.app.database.db.execute(
      sql`INSERT INTO people.membership (id, account_id, person_id, role, from_at)
          VALUES (${newId()}, ${accountId}, ${colleague.personId}, 'member', ${house.clock.now().toString()})`,
    );
    const enrol = async (person: string): Promise<Actor> => {
      await asHouse(house, (context) =>
        enrolStudent(context, { courseId, accountId, personId: person, sourceKind: "seat", cause: "test" }),
      );
      return { kind: "person", personId: person, role: null };
    };
    student = await enrol(personId);
    other = await enrol(colleague.personId);
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
