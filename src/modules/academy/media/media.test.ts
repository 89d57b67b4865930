import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { after, before, describe, it } from "node:test";
import { Hono } from "hono";
import type { Actor } from "#kernel/actor.ts";
import type { Env } from "#kernel/http/env.ts";
import { saveFile } from "#kernel/files/save-file.ts";
import { newId } from "#kernel/ids.ts";
import { mediaRoutes } from "#modules/academy/media/media-routes.ts";
import { uploadRoutes } from "#modules/academy/media/upload-routes.ts";
import { writeCourse, type WrittenCourse } from "#test/factories/course.ts";
import { createCustomer } from "#test/factories/customers.ts";
import { openTestApp, type TestApp } from "#test/harness.ts";

const VTT = "WEBVTT\n\n00:00.000 --> 00:02.000\nAsk early.\n";
const PNG = "\x89PNG\r\n\x1a\n and more";

describe("files of courses", () => {
  let house: TestApp;
  let web: Hono<Env>;
  let actor: Actor;
  let course: WrittenCourse;
  const files: Record<string, string> = {};

  const keep = async (name: string, content: string, mediaType = "") => {
    const { fileId } = await saveFile(house.app.database.db, house.app.services.files, {
      content: Readable.from([Buffer.from(content, "latin1")]),
      name,
      mediaType,
      maxBytes: 1000,
      now: house.clock.now(),
      createdBy: null,
    });
    files[name] = fileId;
    return fileId;
  };
  const add = (fileId: string) =>
    house.call("academy.add_course_file", { courseId: course.courseId, fileId });
  const get = (name: string, init?: RequestInit) => web.request(`/learn/media/${files[name]}`, init);

  before(async () => {
    house = await openTestApp();
    web = new Hono<Env>();
    web.use((context, next) => {
      context.set("requestId", "r");
      return next();
    });
    const door = { runtime: house.app, clock: house.clock, actorOf: async () => actor };
    mediaRoutes(web, door);
    uploadRoutes(web, door);
    const free = await keep("free.png", PNG);
    course = await writeCourse(house, {
      lessons: [
        {
          slug: "free",
          isPreview: true,
          blocks: [{ id: newId(), kind: "image", fileId: free, alt: "A door" }],
        },
        { slug: "paid" },
      ],
    });
    for (const name of ["closed.png", "page.html", "captions.vtt"])
      await add(
        await keep(name, name.endsWith("vtt") ? VTT : name.endsWith("png") ? PNG : "<!doctype html><p>"),
      );
    await keep("elsewhere.png", PNG);
  });
  after(() => house.close());

  it("are for students of the course, its authors, and in a free lesson for anybody", async () => {
    const student = await createCustomer(house);
    const stranger = await createCustomer(house);
    await house.call("academy.enrol_student", {
      courseId: course.courseId,
      email: student.email,
      name: "Anna",
    });
    const seen = async (who: Actor) => {
      actor = who;
      const all = await Promise.all(["free.png", "closed.png", "elsewhere.png"].map((name) => get(name)));
      return all.map(({ status }) => status);
    };
    assert.deepEqual(await seen({ kind: "anonymous" }), [200, 404, 404]);
    assert.deepEqual(await seen(stranger.actor), [200, 404, 404]);
    assert.deepEqual(await seen(student.actor), [200, 200, 404]);
    assert.deepEqual(await seen(house.person("viewer")), [200, 200, 404]);
  });

  it("come in parts and show in place only what cannot run", async () => {
    actor = house.person("viewer");
    const part = await get("closed.png", { headers: { range: "bytes=0-3" } });
    assert.deepEqual([part.status, part.headers.get("content-range")], [206, `bytes 0-3/${PNG.length}`]);
    assert.match(part.headers.get("content-disposition") ?? "", /^inline/);
    const page = await get("page.html");
    assert.match(page.headers.get("content-disposition") ?? "", /^attachment/);
    assert.match(page.headers.get("content-security-policy") ?? "", /^sandbox/);
    assert.equal((await get("captions.vtt")).headers.get("content-type"), "text/vtt");
  });

  it("are refused as captions with the line at fault", async () => {
    const broken = await keep("broken.vtt", "WEBVTT\n\n00:05.000 --> 00:02.000\nBackwards\n");
    await assert.rejects(add(broken), { code: "academy.captions_faulty", message: /Line \d+/ });
    await assert.rejects(add(await keep("none.vtt", "WEBVTT\n")), { code: "academy.captions_faulty" });
  });

  it("stay while a lesson shows them", async () => {
    const free = files["free.png"]!;
    await add(free);
    const { courseId } = course;
    await assert.rejects(house.call("academy.remove_course_file", { courseId, fileId: free }), {
      code: "academy.file_in_use",
    });
    const { items } = await house.call("academy.list_course_files", { courseId });
    assert.deepEqual(items.find(({ fileId }) => fileId === free)?.usedIn, ["Lesson free"]);
    const page = files["page.html"]!;
    assert.deepEqual(await house.call("academy.remove_course_file", { courseId, fileId: page }), {
      fileId: page,
    });
  });

  it("come up in pieces, go on where they were, and only for who began", async () => {
    actor = house.person("editor");
    const meta = (text: string) => Buffer.from(text).toString("base64");
    const tus = (path: string, method: string, headers: Record<string, string>, body?: string) =>
      web.request(path, {
        method,
        body,
        headers: { "tus-resumable": "1.0.0", "sec-fetch-site": "same-origin", ...headers },
      });
    const made = await tus("/api/academy/uploads", "POST", {
      "upload-length": "12",
      "upload-metadata": `courseId ${meta(course.courseId)},filename ${meta("notes.txt")},filetype ${meta("text/plain")}`,
    });
    assert.equal(made.status, 201);
    const place = made.headers.get("location")!;
    const send = (offset: number, body: string) =>
      tus(
        place,
        "PATCH",
        { "upload-offset": String(offset), "content-type": "application/offset+octet-stream" },
        body,
      );
    assert.equal((await send(0, "Ask early")).status, 204);
    actor = house.person("owner");
    assert.equal((await tus(place, "HEAD", {})).status, 404);
    actor = house.person("editor");
    assert.equal((await tus(place, "HEAD", {})).headers.get("upload-offset"), "9");
    const last = await send(9, " on");
    files["notes.txt"] = last.headers.get("x-cairn-file")!;
    assert.equal(await (await get("notes.txt")).text(), "Ask early on");
    actor = house.person("viewer");
    assert.equal((await tus("/api/academy/uploads", "POST", { "upload-length": "1" })).status, 403);
  });

  it("of other sites stand in a frame of ours that lets in that site alone", async () => {
    const id = newId();
    await writeCourse(house, {
      lessons: [
        {
          slug: "talk",
          blocks: [{ id, kind: "embed", url: "https://video.example/a?b=1&c=%22", title: "<b>" }],
        },
      ],
    });
    const frame = await web.request(`/learn/embeds/${id}`);
    assert.match(frame.headers.get("content-security-policy") ?? "", /frame-src https:\/\/video\.example;/);
    assert.doesNotMatch(await frame.text(), /<b>/);
    assert.equal((await web.request(`/learn/embeds/${newId()}`)).status, 404);
  });
});
