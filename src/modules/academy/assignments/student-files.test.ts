import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Hono } from "hono";
import type { Actor } from "#kernel/actor.ts";
import { fileRoutes } from "#kernel/files/file-routes.ts";
import type { Env } from "#kernel/http/env.ts";
import { enrolNewStudent, sendFile, writeAssignment } from "#test/factories/assignments.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("a file that a student handed in", () => {
  let house: TestApp;
  let web: Hono<Env>;
  let actor: Actor;
  before(async () => {
    house = await openTestApp();
    web = new Hono<Env>();
    web.use((context, next) => {
      context.set("requestId", "r");
      return next();
    });
    fileRoutes(web, { runtime: house.app, clock: house.clock, actorOf: async () => actor });
  });
  after(() => house.close());

  it("is read by its student and by who marks, and by no other staff and no other student", async () => {
    const { courseId, courseSlug, assignmentKey } = await writeAssignment(house);
    const student = await enrolNewStudent(house, { courseId });
    const other = await enrolNewStudent(house, { courseId });
    const fileId = await sendFile(house, student);
    await house.call("academy.add_draft_file", { courseSlug, assignmentKey, fileId }, student.actor);
    const statusFor = async (as: Actor) => {
      actor = as;
      return (await web.request(`http://house.test/files/${fileId}`)).status;
    };
    assert.deepEqual(
      [
        await statusFor(student.actor),
        await statusFor(house.person("editor")),
        await statusFor(house.person("owner")),
      ],
      [200, 200, 200],
    );
    for (const role of ["support", "finance", "viewer"] as const)
      assert.equal(await statusFor(house.person(role)), 403, role);
    assert.equal(await statusFor(other.actor), 403);
  });
});
