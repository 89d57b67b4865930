import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Actor } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { writeCourse, type WrittenCourse } from "#test/factories/course.ts";
import { createCustomer } from "#test/factories/customers.ts";
import { buy, openShop, pay, type Shop } from "#test/factories/shop.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

type Role = "owner" | "admin" | "member" | "billing";

describe("course seats of an account", () => {
  let house: TestApp;
  let shop: Shop;
  let course: WrittenCourse;
  let accounts = 0;
  before(async () => {
    house = await openTestApp();
    shop = await openShop(house);
    course = await writeCourse(house, { slug: "test", entitlement: "academy.course:test" });
  });
  after(() => house.close());

  const asPerson = (personId: string): Actor => ({ kind: "person", personId, role: null });

  /** An account that paid for so many seats; its buyer sits on the first. */
  async function account(quantity: number) {
    accounts += 1;
    const bought = await buy(house, shop["test-course"]!.priceIds.full!, {
      quantity,
      buyer: { email: `buyer${accounts}@example.com` },
    });
    await pay(house, bought.invoiceId!);
    await house.drain();
    return { ...bought, owner: asPerson(bought.personId) };
  }
  async function join(accountId: string, role: Role = "member") {
    const person = await createCustomer(house, { name: `Person ${newId().slice(-6)}` });
    await house.app.database.db.execute(
      sql`INSERT INTO people.membership (id, account_id, person_id, role, from_at)
          VALUES (${newId()}, ${accountId}, ${person.personId}, ${role}, ${house.clock.now().toString()})`,
    );
    return person;
  }
  const give = (accountId: string, personId: string, actor: Actor) =>
    house.call("academy.give_my_seat", { accountId, courseId: course.courseId, personId }, actor);
  const takeBack = (accountId: string, personId: string, actor: Actor) =>
    house.call("academy.take_back_my_seat", { accountId, courseId: course.courseId, personId }, actor);
  const seats = async (accountId: string, actor: Actor) =>
    (await house.call("academy.list_my_seats", { accountId }, actor)).courses[0];

  it("are given to members, who learn at once", async () => {
    const { accountId, owner, personId } = await account(2);
    const member = await join(accountId);
    const empty = await seats(accountId, owner);
    assert.deepEqual(
      [empty?.bought, empty?.learners.map((one) => one.personId), empty?.others.map((one) => one.personId)],
      [2, [personId], [member.personId]],
    );
    await give(accountId, member.personId, owner);
    const mine = await house.call("academy.get_my_course", { course: "test" }, member.actor);
    assert.equal(mine.status, "active");
    const full = await seats(accountId, owner);
    assert.deepEqual([full?.learners.length, full?.others], [2, []]);
    await assert.rejects(give(accountId, member.personId, owner), { code: "academy.takes_course_already" });
    const third = await join(accountId);
    await assert.rejects(give(accountId, third.personId, owner), { code: "academy.course_seats_full" });
  });

  it("are never more than were bought, however many give at once", async () => {
    const { accountId, owner } = await account(4);
    const members = [];
    for (let at = 0; at < 20; at += 1) members.push(await join(accountId));
    const given = await Promise.allSettled(members.map(({ personId }) => give(accountId, personId, owner)));
    assert.equal(given.filter(({ status }) => status === "fulfilled").length, 3);
    assert.equal((await seats(accountId, owner))?.learners.length, 4);
    for (const result of given)
      if (result.status === "rejected") assert.equal(result.reason.code, "academy.course_seats_full");
  });

  it("are taken back, and their students go on where they were when they come again", async () => {
    const { accountId, owner } = await account(2);
    const [first, second] = [await join(accountId), await join(accountId)];
    const { enrollmentId } = await give(accountId, first.personId, owner);
    await house.call("academy.open_lesson", { course: "test", lesson: "first" }, first.actor);
    await takeBack(accountId, first.personId, owner);
    await assert.rejects(
      house.call("academy.get_my_lesson", { course: "test", lesson: "first" }, first.actor),
      { code: "academy.enrollment_closed" },
    );
    await give(accountId, second.personId, owner);
    await takeBack(accountId, second.personId, owner);
    const again = await give(accountId, first.personId, owner);
    assert.equal(again.enrollmentId, enrollmentId);
    const { modules } = await house.call("academy.get_my_course", { course: "test" }, first.actor);
    assert.equal(modules[0]?.lessons[0]?.isStarted, true);
    await house.drain();
    assert.equal((await seats(accountId, owner))?.learners.length, 2);
  });

  it("are given by owners and admins of the account alone, to its members alone", async () => {
    const { accountId, owner } = await account(3);
    const [admin, member, billing] = [
      await join(accountId, "admin"),
      await join(accountId),
      await join(accountId, "billing"),
    ];
    for (const actor of [member.actor, billing.actor, (await account(2)).owner]) {
      await assert.rejects(give(accountId, member.personId, actor), { kind: "forbidden" });
      await assert.rejects(house.call("academy.list_my_seats", { accountId }, actor), { kind: "forbidden" });
    }
    await give(accountId, member.personId, admin.actor);
    await assert.rejects(takeBack(accountId, member.personId, member.actor), { kind: "forbidden" });
    const stranger = await createCustomer(house, { name: "Stranger" });
    await assert.rejects(give(accountId, stranger.personId, owner), { code: "academy.seat_not_member" });
    await assert.rejects(takeBack(accountId, stranger.personId, owner), { code: "academy.seat_unknown" });
  });

  it("take nobody over who learns by a purchase of their own", async () => {
    const { accountId, owner } = await account(2);
    const other = await account(1);
    await house.app.database.db.execute(
      sql`INSERT INTO people.membership (id, account_id, person_id, role, from_at)
          VALUES (${newId()}, ${accountId}, ${other.personId}, 'member', ${house.clock.now().toString()})`,
    );
    await assert.rejects(give(accountId, other.personId, owner), { code: "academy.enrolled_elsewhere" });
  });

  it("are free again when somebody leaves the account", async () => {
    const { accountId, owner } = await account(2);
    const member = await join(accountId);
    await give(accountId, member.personId, owner);
    await house.call("people.remove_my_member", { accountId, personId: member.personId }, owner);
    await house.drain();
    assert.equal((await seats(accountId, owner))?.learners.length, 1);
  });
});
