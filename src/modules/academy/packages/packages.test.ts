import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Hono } from "hono";
import { firstRow, sql } from "#kernel/db/sql.ts";
import type { Env } from "#kernel/http/env.ts";
import { packageRoutes } from "#modules/academy/packages/package-routes.ts";
import { enrolTestStudent, type TestStudent } from "#test/factories/graduate.ts";
import { importFile } from "#test/factories/imports.ts";
import { scorm12 } from "#test/factories/zip.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

describe("SCORM packages", () => {
  let house: TestApp;
  let web: Hono<Env>;
  let student: TestStudent;
  let packageId: string;
  before(async () => {
    house = await openTestApp();
    const made = await importFile(house, await scorm12(), "roofs.zip");
    assert.deepEqual([made.status, made.format, made.losses, made.error], ["done", "scorm12", [], null]);
    await house.call("academy.publish_curriculum", { courseId: made.courseId ?? "" });
    const { items } = await house.call("academy.list_packages", {});
    packageId = items[0]?.packageId ?? "";
    assert.deepEqual(
      items[0]?.items.map(({ id }) => id),
      ["one", "two"],
    );
    const courseId = made.courseId ?? "";
    student = await enrolTestStudent(house, {
      course: { courseId, curriculumId: "", slug: "roofs-gutters", moduleKey: "", lessons: {} },
    });
    web = new Hono<Env>();
    web.use((context, next) => {
      context.set("requestId", "request");
      return next();
    });
    packageRoutes(web, {
      runtime: house.app,
      clock: house.clock,
      actorOf: async () => ({ kind: "anonymous" }),
    });
  });
  after(() => house.close());

  const open = (itemId?: string) =>
    house.call("academy.open_package", { course: "roofs-gutters", packageId, itemId }, student.actor);
  const get = (path: string, headers: Record<string, string> = {}) =>
    web.request(`http://house.test${path}`, { headers });
  const tokenOf = (src: string) => src.split("/")[2] ?? "";
  const save = async (src: string, seq: number, cmi: Record<string, string>, isEnd = false) => {
    const response = await web.request(`http://house.test/packages/${tokenOf(src)}/state`, {
      method: "POST",
      body: JSON.stringify({ seq, cmi, isEnd }),
    });
    return {
      status: response.status,
      ...((await response.json()) as { isKept?: boolean; isReplaced?: boolean }),
    };
  };
  const givenOf = async (src: string): Promise<{ cmi: Record<string, string> }> => {
    const html = await (await get(src)).text();
    const [, attribute = ""] = /data-cairn="([^"]*)"/.exec(html) ?? [];
    return JSON.parse(attribute.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&"));
  };
  const progress = () =>
    firstRow<{ done: boolean; score: number | null }>(
      house.app.database.db,
      sql`SELECT completed_at IS NOT NULL AS done, score_ppm AS score FROM academy.lesson_progress
          WHERE enrollment_id = ${student.enrollmentId}`,
    );

  it("are served in a sandbox, with our script first and files beside each other", async () => {
    const { src } = await open("one");
    const page = await get(src);
    assert.equal(page.status, 200);
    assert.match(page.headers.get("content-security-policy") ?? "", /^sandbox (?!.*allow-same-origin)/);
    const html = await page.text();
    assert.ok(html.indexOf("/packages/runtime/scorm12.js") < html.indexOf("lib.js"));
    const beside = await get(src.replace("one.html", "lib.js"));
    assert.equal(beside.headers.get("content-type"), "text/javascript");
    assert.equal(beside.headers.get("access-control-allow-origin"), "*");
    assert.equal((await get(src.replace("one.html", "empty.css"))).status, 200);
    const part = await get(src.replace("one.html", "lib.js"), { range: "bytes=0-2" });
    assert.deepEqual([part.status, await part.text()], [206, "var"]);
  });

  it("answer nothing to a wrong token, path or method of an escape", async () => {
    const { src } = await open("one");
    const token = tokenOf(src);
    assert.equal((await get(`/packages/${"A".repeat(43)}/content/one.html`)).status, 410);
    for (const path of ["nothing.html", "..%2f..%2fetc%2fpasswd", "%E0%A4%A", "content%00/one.html"])
      assert.equal((await get(`/packages/${token}/${path}`)).status, 404, path);
  });

  it("go on exactly where they were after a tab was killed", async () => {
    const { src } = await open("one");
    const cmi = {
      "cmi.core.lesson_location": "page 3 – ünï",
      "cmi.suspend_data": `{"answers":["<b>","\u2028"]}${"x".repeat(30_000)}`,
      "cmi.core.lesson_status": "incomplete",
      "cmi.core.session_time": "0000:10:00",
    };
    assert.deepEqual(await save(src, 1, cmi), {
      status: 200,
      isKept: true,
      isReplaced: false,
      isComplete: false,
    });
    const again = await givenOf((await open("one")).src);
    assert.equal(again.cmi["cmi.suspend_data"], cmi["cmi.suspend_data"]);
    assert.equal(again.cmi["cmi.core.lesson_location"], cmi["cmi.core.lesson_location"]);
    assert.equal(again.cmi["cmi.core.entry"], "resume");
    assert.equal(again.cmi["cmi.core.total_time"], "0000:10:00");
    assert.equal((await givenOf((await open("two")).src)).cmi["cmi.student_data.mastery_score"], "70");
  });

  it("never let an older save win, nor an older window", async () => {
    const older = await open("one");
    const newer = await open("one");
    const at = (place: string) => ({
      "cmi.core.lesson_location": place,
      "cmi.core.lesson_status": "incomplete",
    });
    assert.equal((await save(newer.src, 2, at("new"))).isKept, true);
    assert.equal((await save(newer.src, 1, at("old"))).isKept, false);
    assert.equal((await save(newer.src, 2, at("same"))).isKept, false);
    assert.equal((await save(older.src, 99, at("older"))).isReplaced, true);
    const saves = await Promise.all(
      Array.from({ length: 20 }, (_, n) => save(newer.src, 100 - n, at(`n${100 - n}`))),
    );
    assert.ok(saves.every(({ status }) => status === 200));
    assert.equal((await givenOf((await open("one")).src)).cmi["cmi.core.lesson_location"], "n100");
  });

  it("complete the lesson when every part is done, by the mark of the manifest", async () => {
    const one = await open("one");
    await save(one.src, 1, { "cmi.core.lesson_status": "completed" }, true);
    assert.equal((await progress())?.done, false);
    const two = await open();
    assert.equal(two.itemId, "two");
    await save(two.src, 1, { "cmi.core.lesson_status": "completed", "cmi.core.score.raw": "60" }, true);
    assert.equal((await progress())?.done, false);
    await save(two.src, 2, { "cmi.core.lesson_status": "completed", "cmi.core.score.raw": "80" }, true);
    assert.deepEqual(await progress(), { done: true, score: 800_000 });
  });

  it("are over with the enrolment, and with time", async () => {
    const { src } = await open("one");
    const { db } = house.app.database;
    await db.execute(
      sql`UPDATE academy.enrollment SET status = 'revoked' WHERE id = ${student.enrollmentId}`,
    );
    assert.equal((await get(src)).status, 410);
    assert.equal((await save(src, 1, {})).status, 410);
    await db.execute(sql`UPDATE academy.enrollment SET status = 'active' WHERE id = ${student.enrollmentId}`);
    house.clock.set(house.clock.now().add({ hours: 7 }));
    assert.equal((await get(src)).status, 410);
  });

  it("can be looked at by staff without leaving a trace", async () => {
    const { src } = await house.call("academy.preview_package", { packageId });
    assert.equal((await get(src)).status, 200);
    assert.equal((await save(src, 1, { "cmi.core.lesson_status": "passed" })).isKept, false);
  });
});
