import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { rows, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { writeCourse, type WrittenCourse } from "#test/factories/course.ts";
import { createCustomer } from "#test/factories/customers.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("the welcome to a course", () => {
  let house: TestApp;
  let course: WrittenCourse;
  before(async () => {
    house = await openTestApp();
    course = await writeCourse(house, { slug: "welcome" });
  });
  after(() => house.close());

  async function linkFor(email: string) {
    await house.call("academy.enrol_student", { courseId: course.courseId, email, name: "Sam Student" });
    await house.drain();
    const [mail] = await rows<{ text: string }>(
      house.app.database.db,
      sql`SELECT text FROM kernel.mail WHERE to_address = ${email} AND kind = 'academy.welcome'`,
    );
    return new URL(/https?:\S+/.exec(mail!.text)![0]);
  }

  it("leads who never signed in to a password, and on to the course", async () => {
    const link = await linkFor("never@example.com");
    assert.equal(link.pathname, "/join");
    assert.ok(link.searchParams.get("next")?.startsWith("/learn/welcome"));
  });

  it("leads who has a password straight to the course", async () => {
    const known = await createCustomer(house, { email: "known@example.com" });
    await house.app.database.db.execute(
      sql`INSERT INTO auth.account (id, person_id, account_id, provider_id, created_at, updated_at)
          VALUES (${newId()}, ${known.personId}, ${known.personId}, 'credential', now(), now())`,
    );
    assert.ok((await linkFor(known.email)).pathname.startsWith("/learn/welcome"));
  });
});
