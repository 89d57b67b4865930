import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { issueCertificate } from "#modules/academy/certificates/issue-certificate.ts";
import { CourseCompleted } from "#modules/academy/events/learning.ts";
import { asHouse } from "#test/factories/customers.ts";
import { completeCourse, enrolTestStudent, graduate } from "#test/factories/graduate.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";
import { readPdf } from "#test/read-pdf.ts";

const VISITOR = { kind: "anonymous" } as const;

describe("a certificate", () => {
  let house: TestApp;
  before(async () => {
    house = await openTestApp();
  });
  after(() => house.close());
  const db = () => house.app.database.db;
  const certificates = (enrollmentId: string) =>
    rows<{ id: string; version: number; serial: string; status: string }>(
      db(),
      sql`SELECT id, version, serial, status FROM academy.certificate WHERE enrollment_id = ${enrollmentId} ORDER BY version`,
    );

  it("is issued once, though the event comes ten times and twenty ask at once", async () => {
    const student = await enrolTestStudent(house);
    await completeCourse(house, student);
    for (let times = 1; times < 10; times += 1)
      await asHouse(house, ({ emit, now }) =>
        emit(CourseCompleted, {
          accountId: student.accountId,
          enrollmentId: student.enrollmentId,
          courseId: student.course.courseId,
          personId: student.personId,
          curriculumId: student.course.curriculumId,
          completedAt: now.toString(),
        }),
      );
    await Promise.all([
      house.drain(),
      ...Array.from({ length: 20 }, () =>
        asHouse(house, (context) => issueCertificate(context, student.enrollmentId)),
      ),
    ]);
    assert.equal((await certificates(student.enrollmentId)).length, 1);
    const issued = await firstRow<{ times: number }>(
      db(),
      sql`SELECT count(*)::int AS times FROM kernel.event
          WHERE name = 'academy.certificate_issued' AND payload->>'enrollmentId' = ${student.enrollmentId}`,
    );
    assert.equal(issued?.times, 1);
  });

  it("is not for who has not finished, nor for a course that gives none", async () => {
    const student = await enrolTestStudent(house);
    const issue = () => house.call("academy.issue_certificate", { enrollmentId: student.enrollmentId });
    await assert.rejects(issue(), { code: "academy.no_certificate_due" });
    await db().execute(
      sql`UPDATE academy.course SET certificate = NULL WHERE id = ${student.course.courseId}`,
    );
    await completeCourse(house, student);
    await house.drain();
    await assert.rejects(issue(), { code: "academy.no_certificate_due" });
    assert.deepEqual(await certificates(student.enrollmentId), []);
  });

  it("is a PDF/A with name, course and number, mailed once with its badge kept", async () => {
    const student = await graduate(house, { buyer: { name: "Łucja Ångström" } });
    await house.runJob("academy.prepare_certificate", { certificateId: student.certificateId });
    const mine = await house.call(
      "academy.get_my_certificate",
      { certificateId: student.certificateId },
      student.actor,
    );
    const mails = await rows<{ attachments: string[]; text: string }>(
      db(),
      sql`SELECT to_jsonb(attachments) AS attachments, text FROM kernel.mail
          WHERE kind = 'academy.certificate' AND person_id = ${student.personId}`,
    );
    assert.equal(mails.length, 1);
    assert.match(mails[0]!.text, new RegExp(mine.serial));
    assert.equal(mine.pdfHref, `/files/${mails[0]!.attachments[0]}`);
    const file = await firstRow<{ sha256: string }>(
      db(),
      sql`SELECT sha256 FROM kernel.file WHERE id = ${mails[0]!.attachments[0]}`,
    );
    const chunks = await (await house.app.services.files.read(file!.sha256)).toArray();
    const pdf = readPdf(Buffer.concat(chunks));
    assert.equal(pdf.pages.length, 1);
    const flat = pdf.pages.join("").replaceAll(/\s|\u200b/g, "");
    assert.ok(flat.includes("ŁucjaÅngström"), flat);
    assert.ok(flat.includes(mine.serial));
    assert.match(pdf.xmp, /<pdfaid:part>3<\/pdfaid:part><pdfaid:conformance>A</);
  });

  it("says what was true when it was issued, whatever the course and the student are called later", async () => {
    const student = await graduate(house, { buyer: { name: "Anna Ahrens" } });
    const check = async () =>
      house.call("academy.get_certificate", { serial: (await mine()).serial }, VISITOR);
    const mine = () =>
      house.call("academy.get_my_certificate", { certificateId: student.certificateId }, student.actor);
    const first = await check();
    assert.deepEqual([first.standing, first.holderName, first.curriculumNumber], ["valid", "Anna Ahrens", 1]);
    await db().execute(
      sql`UPDATE academy.course SET title = 'Another course', certificate = NULL WHERE id = ${student.course.courseId}`,
    );
    await db().execute(sql`UPDATE auth.person SET name = 'Anna Berg' WHERE id = ${student.personId}`);
    assert.deepEqual(await check(), first);
  });

  it("counts the student's own day, and expires at the very instant", async () => {
    await house.call("platform.update_settings", { key: "academy.certificates", value: { validMonths: 24 } });
    house.clock.set(Temporal.Instant.from("2027-01-31T23:30:00Z"));
    const student = await graduate(house);
    const { serial } = await house.call(
      "academy.get_my_certificate",
      { certificateId: student.certificateId },
      student.actor,
    );
    const check = () => house.call("academy.get_certificate", { serial: serial.toLowerCase() }, VISITOR);
    const issued = await check();
    assert.deepEqual([issued.completedOn, issued.validUntil], ["2027-02-01", "2029-01-31T23:30:00Z"]);
    house.clock.set(Temporal.Instant.from("2029-01-31T23:29:59Z"));
    assert.equal((await check()).standing, "valid");
    house.clock.set(Temporal.Instant.from("2029-01-31T23:30:00Z"));
    const late = await check();
    assert.deepEqual([late.standing, late.since], ["expired", "2029-01-31T23:30:00Z"]);
    await house.call("platform.update_settings", { key: "academy.certificates", value: {} });
  });

  it("tells a mistyped number from an unknown one", async () => {
    const check = (serial: string) => house.call("academy.get_certificate", { serial }, VISITOR);
    await assert.rejects(check("0000-0000-0000-0001"), { code: "academy.serial_mistyped" });
    await assert.rejects(check("0000-0000-0000-0000"), { code: "academy.certificate_unknown" });
    await assert.rejects(check("hello"), { code: "academy.certificate_unknown" });
  });
});
