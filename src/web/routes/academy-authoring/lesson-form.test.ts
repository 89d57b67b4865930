import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { coerce } from "#web/forms/coerce.ts";
import { SaveLesson } from "#modules/academy/contract/authoring.ts";
import { readForm } from "#web/forms/raw-form.ts";
import { richTextReader } from "#web/forms/rich-text.ts";
import { readLessonForm, readPlayTime } from "./lesson-form.ts";

const ID = "01990000-0000-7000-8000-000000000001";
const OTHER = "01990000-0000-7000-8000-000000000002";

async function read(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ courseId: ID, lessonKey: ID, revision: "3", ...fields }))
    form.append(name, value);
  const raw = readLessonForm(readForm(form), await richTextReader());
  return SaveLesson.parse(coerce(SaveLesson, raw as never));
}

const TWO = {
  "completion.rule": "read",
  "completion.seconds": "90",
  "blocks[0].id": ID,
  "blocks[0].kind": "text",
  "blocks[0].text": "**Ask** early",
  "blocks[1].id": OTHER,
  "blocks[1].kind": "video",
  "blocks[1].fileId": ID,
  "blocks[1].duration": "2:05",
  "blocks[1].chapters": "0:00 Start\n1:15 Why it matters\nnothing",
  "blocks[1].captions[0].fileId": OTHER,
  "blocks[1].captions[0].language": "de",
  "blocks[1].captions[0].label": "Deutsch",
  "blocks[1].captions[1].fileId": "",
};

describe("the form of a lesson", () => {
  it("becomes what the operation takes", async () => {
    const { revision, completion, blocks = [] } = await read(TWO);
    assert.deepEqual([revision, completion], [3, { rule: "read", seconds: 90 }]);
    assert.deepEqual(blocks[0]?.kind === "text" && blocks[0].text.content[0]?.content?.[0], {
      type: "text",
      text: "Ask",
      marks: [{ type: "bold" }],
    });
    const video = blocks[1];
    assert.ok(video?.kind === "video");
    assert.equal(video.durationMs, 125_000);
    assert.deepEqual(video.chapters, [
      { atMs: 0, title: "Start" },
      { atMs: 75_000, title: "Why it matters" },
    ]);
    assert.deepEqual(video.captions, [{ fileId: OTHER, language: "de", label: "Deutsch" }]);
  });

  it("moves, adds and takes out blocks by its buttons", async () => {
    const kinds = async (wish: string) =>
      ((await read({ ...TWO, do: wish })).blocks ?? []).map(({ kind }) => kind);
    assert.deepEqual(await kinds("up:1"), ["video", "text"]);
    assert.deepEqual(await kinds("down:0"), ["video", "text"]);
    assert.deepEqual(await kinds("up:0"), ["text", "video"]);
    assert.deepEqual(await kinds("remove:0"), ["video"]);
    assert.deepEqual(await kinds("add:callout"), ["text", "video", "callout"]);
    assert.deepEqual(await kinds(`add:image=${ID}`), ["text", "video", "image"]);
    assert.deepEqual(await kinds("remove:9"), ["text", "video"]);
  });

  it("reads times as people write them", () => {
    assert.deepEqual(["1:02:05", "2:05", "125", "0:01.5", "x", "1:2:3:4"].map(readPlayTime), [
      3_725_000,
      125_000,
      125_000,
      1500,
      undefined,
      undefined,
    ]);
  });
});
