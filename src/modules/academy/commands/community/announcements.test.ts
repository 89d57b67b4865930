import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Actor } from "#kernel/actor.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { paragraph, writeCourse, type WrittenCourse } from "#test/factories/course.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("announcements", () => {
  let house: TestApp;
  let course: WrittenCourse;
  let cohortId: string;
  before(async () => {
    house = await openTestApp();
    course = await writeCourse(house, { slug: "news" });
    const cohort = await house.call("academy.create_cohort", {
      courseId: course.courseId,
      title: "Spring",
      startsOn: "2020-03-01",
      endsOn: "2030-05-01",
      zone: "UTC",
    });
    cohortId = cohort.cohortId;
  });
  after(() => house.close());

  async function student(inCohort = false) {
    const email = `${newId()}@example.com`;
    const { enrollmentId } = await house.call("academy.enrol_student", {
      courseId: course.courseId,
      email,
      name: "Sam Student",
    });
    if (inCohort) await house.call("academy.place_student", { enrollmentId, cohortId });
    const { personId } = await house.call("academy.get_enrollment", { enrollmentId });
    const actor: Actor = { kind: "person", personId, role: null };
    return { email, enrollmentId, actor };
  }
  const announce = (title: string, given: object = {}) =>
    house.call("academy.create_announcement", {
      courseId: course.courseId,
      title,
      body: paragraph(`Words of ${title}.`),
      ...given,
    });
  const seen = async (actor: Actor) =>
    (await house.call("academy.list_my_announcements", { course: "news" }, actor)).items.map(
      ({ title }) => title,
    );
  const mailed = async (email: string) =>
    (
      await rows<{ subject: string }>(
        house.app.database.db,
        sql`SELECT subject FROM kernel.mail WHERE to_address = ${email} AND kind = 'academy.announcement'
            ORDER BY created_at, id`,
      )
    ).map(({ subject }) => subject);

  it("reach who takes the course or is in the cohort, on the page and by mail", async () => {
    const [alone, together] = [await student(), await student(true)];
    await announce("For all");
    await announce("For spring", { cohortId });
    await announce("Quiet", { byMail: false });
    await house.drain();
    assert.deepEqual((await seen(alone.actor)).toSorted(), ["For all", "Quiet"]);
    assert.deepEqual((await seen(together.actor)).toSorted(), ["For all", "For spring", "Quiet"]);
    assert.deepEqual(await mailed(alone.email), ["For all"]);
    assert.deepEqual((await mailed(together.email)).toSorted(), ["For all", "For spring"]);
  });

  it("leave who switched mails off, and who was taken out, alone", async () => {
    const [quiet, gone] = [await student(), await student()];
    const off = { course: "news", byMail: false };
    await house.call("academy.set_announcement_mail", off, quiet.actor);
    await house.call("academy.change_enrollment", {
      enrollmentId: gone.enrollmentId,
      status: "cancelled",
      reason: "Left",
    });
    await announce("Not to you");
    await house.drain();
    assert.deepEqual([await mailed(quiet.email), await mailed(gone.email)], [[], []]);
    assert.ok((await seen(quiet.actor)).includes("Not to you"));
    await assert.rejects(seen(gone.actor), { code: "academy.enrollment_closed" });
    await assert.rejects(seen({ kind: "person", personId: newId(), role: null }), {
      code: "academy.not_enrolled",
    });
  });

  it("go out at their time, once, and not when they were withdrawn before", async () => {
    const reader = await student();
    const publishAt = house.clock.now().add({ hours: 2 }).toString();
    const planned = await announce("Later", { publishAt });
    const dropped = await announce("Never", { publishAt });
    await house.call("academy.withdraw_announcement", { announcementId: dropped.announcementId });
    const publish = (announcementId: string) =>
      house.call("academy.publish_announcement", { announcementId });
    await publish(planned.announcementId);
    assert.ok(!(await seen(reader.actor)).includes("Later"));
    house.clock.advance({ hours: 2 });
    await Promise.all(Array.from({ length: 20 }, () => publish(planned.announcementId)));
    await publish(dropped.announcementId);
    await house.drain();
    assert.deepEqual(await mailed(reader.email), ["Later"]);
    assert.ok(!(await seen(reader.actor)).includes("Never"));
  });

  it("are changed by one at a time, and withdrawn", async () => {
    const reader = await student();
    const { announcementId, version } = await announce("Frist");
    const change = (title: string) =>
      house.call("academy.update_announcement", { announcementId, version, title, body: paragraph("x") });
    const changed = await Promise.allSettled(Array.from({ length: 20 }, () => change("First")));
    assert.equal(changed.filter(({ status }) => status === "fulfilled").length, 1);
    assert.ok((await seen(reader.actor)).includes("First"));
    await house.call("academy.withdraw_announcement", { announcementId });
    assert.ok(!(await seen(reader.actor)).includes("First"));
    await assert.rejects(
      house.call("academy.update_announcement", {
        announcementId,
        version: 2,
        title: "x",
        body: paragraph("x"),
      }),
      { code: "academy.announcement_withdrawn" },
    );
  });

  it("are for a cohort of the course alone", async () => {
    const other = await writeCourse(house);
    await assert.rejects(announce("Wrong", { courseId: other.courseId, cohortId }), {
      code: "academy.cohort_of_other_course",
    });
  });
});
