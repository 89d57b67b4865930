import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { rows, sql } from "#kernel/db/sql.ts";
import { writeCourse, type WrittenCourse } from "#test/factories/course.ts";
import { createCustomer } from "#test/factories/customers.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("invitations to a course", () => {
  let house: TestApp;
  let course: WrittenCourse;
  before(async () => {
    house = await openTestApp();
    course = await writeCourse(house, { slug: "invited" });
  });
  after(() => house.close());

  const invite = (email: string, given: object = {}) =>
    house.call("academy.invite_student", { courseId: course.courseId, email, ...given });
  /** What the newest mail to an address leads to. */
  async function linkTo(email: string) {
    const [mail] = await rows<{ text: string }>(
      house.app.database.db,
      sql`SELECT text FROM kernel.mail WHERE to_address = ${email} AND kind = 'course_invitation'
          ORDER BY created_at DESC, id DESC LIMIT 1`,
    );
    const href = new URL(/https?:\S+/.exec(mail!.text)![0]);
    const page = new URL(href.searchParams.get("next") ?? href.href, href);
    return { href, token: page.searchParams.get("token")! };
  }
  const accept = (token: string, actor: Parameters<TestApp["call"]>[2]) =>
    house.call("academy.accept_course_invitation", { token }, actor);
  const standing = async (invitationId: string) =>
    (await house.call("academy.list_course_invitations", {})).items.find(
      (one) => one.invitationId === invitationId,
    )?.status;

  it("lead a stranger to a password first, and then into the course, once", async () => {
    const { invitationId } = await invite("Stranger@Example.com", { name: "Stella" });
    const { href, token } = await linkTo("stranger@example.com");
    assert.equal(href.pathname, "/join");
    const read = await house.call("academy.read_course_invitation", { token }, { kind: "anonymous" });
    assert.deepEqual([read.courseSlug, read.email], ["invited", "stranger@example.com"]);
    const [person] = await rows<{ id: string }>(
      house.app.database.db,
      sql`SELECT id FROM auth.person WHERE email = 'stranger@example.com'`,
    );
    const actor = { kind: "person", personId: person!.id, role: null } as const;
    const accepted = await Promise.all(Array.from({ length: 20 }, () => accept(token, actor)));
    assert.equal(new Set(accepted.map(({ enrollmentId }) => enrollmentId)).size, 1);
    assert.equal((await house.call("academy.get_my_course", { course: "invited" }, actor)).status, "active");
    const { items } = await house.call("academy.list_enrollments", { q: "stranger@" });
    assert.deepEqual(
      items.map(({ sourceKind }) => sourceKind),
      ["invitation"],
    );
    assert.equal(await standing(invitationId), "accepted");
    await assert.rejects(invite("stranger@example.com"), { code: "academy.takes_course_already" });
  });

  it("are for the address they were sent to", async () => {
    const anna = await createCustomer(house, { name: "Anna", email: "anna@invited.example" });
    const bernd = await createCustomer(house, { name: "Bernd" });
    await invite(anna.email);
    const { token } = await linkTo(anna.email);
    await assert.rejects(accept(token, bernd.actor), { code: "academy.invitation_for_another_address" });
    await accept(token, anna.actor);
    await assert.rejects(accept(token, bernd.actor), { code: "academy.invitation_for_another_address" });
  });

  it("are asked once at a time, and sent again with a new link", async () => {
    const clara = await createCustomer(house, { email: "clara@invited.example" });
    const asked = await Promise.allSettled(Array.from({ length: 20 }, () => invite(clara.email)));
    const made = asked.filter((one) => one.status === "fulfilled");
    assert.equal(made.length, 1);
    const { invitationId } = made[0]!.value;
    const first = await linkTo(clara.email);
    house.clock.advance({ minutes: 1 });
    await house.call("academy.send_course_invitation", { invitationId });
    const second = await linkTo(clara.email);
    assert.notEqual(first.token, second.token);
    await assert.rejects(accept(first.token, clara.actor), { code: "academy.invitation_over" });
    await accept(second.token, clara.actor);
    await assert.rejects(house.call("academy.send_course_invitation", { invitationId }), {
      code: "academy.invitation_unknown",
    });
  });

  it("end after 14 days and when they are taken back, and can be asked anew", async () => {
    const dora = await createCustomer(house, { email: "dora@invited.example" });
    const { invitationId } = await invite(dora.email);
    const old = await linkTo(dora.email);
    house.clock.advance({ hours: 14 * 24 });
    assert.equal(await standing(invitationId), "expired");
    await assert.rejects(accept(old.token, dora.actor), { code: "academy.invitation_over" });
    const anew = await invite(dora.email);
    assert.equal(anew.invitationId, invitationId);
    const { token } = await linkTo(dora.email);
    await house.call("academy.revoke_course_invitation", { invitationId });
    await assert.rejects(accept(token, dora.actor), { code: "academy.invitation_over" });
    await assert.rejects(house.call("academy.read_course_invitation", { token }, { kind: "anonymous" }), {
      code: "academy.invitation_over",
    });
    assert.notEqual((await invite(dora.email)).invitationId, invitationId);
  });

  it("bring into a cohort of the course, and into none that filled up since", async () => {
    const cohort = await house.call("academy.create_cohort", {
      courseId: course.courseId,
      title: "Spring",
      startsOn: "2030-03-01",
      endsOn: "2030-05-01",
      zone: "UTC",
      capacity: 1,
    });
    const other = await writeCourse(house);
    await assert.rejects(
      house.call("academy.invite_student", {
        courseId: other.courseId,
        email: "emil@invited.example",
        cohortId: cohort.cohortId,
      }),
      { code: "academy.cohort_of_other_course" },
    );
    const placed = [];
    for (const email of ["emil@invited.example", "fritz@invited.example"]) {
      const person = await createCustomer(house, { email });
      await invite(email, { cohortId: cohort.cohortId });
      const { enrollmentId } = await accept((await linkTo(email)).token, person.actor);
      placed.push((await house.call("academy.get_enrollment", { enrollmentId })).cohortId);
    }
    assert.deepEqual(placed, [cohort.cohortId, null]);
  });

  it("need a course that is out", async () => {
    const draft = await writeCourse(house, { publish: false });
    await assert.rejects(
      house.call("academy.invite_student", { courseId: draft.courseId, email: "gerd@invited.example" }),
      { code: "academy.course_not_published" },
    );
  });
});
