import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import type { Block } from "#modules/academy/contract/content.ts";
import { checkDraft } from "#modules/academy/rules/authoring/check-draft.ts";
import type { CheckedDraft, CheckedLesson } from "#modules/academy/rules/authoring/finding.ts";
import { neverOpens } from "#modules/academy/rules/authoring/never-opens.ts";

const ID = "01990000-0000-7000-8000-000000000001";
const words = (text: string, href?: string): Block => ({
  id: ID,
  kind: "text",
  text: {
    type: "doc",
    content: [
      {
        type: "paragraph",
        content: [
          { type: "text", text, ...(href ? { marks: [{ type: "link" as const, attrs: { href } }] } : {}) },
        ],
      },
    ],
  },
});
const heading = (level: number): Block => ({
  id: ID,
  kind: "text",
  text: {
    type: "doc",
    content: [{ type: "heading", attrs: { level }, content: [{ type: "text", text: "H" }] }],
  },
});
const video = (captions: number): Block => ({
  id: ID,
  kind: "video",
  fileId: ID,
  durationMs: 1000,
  posterFileId: null,
  captions: Array.from({ length: captions }, () => ({ fileId: ID, language: "en", label: "English" })),
  chapters: [],
  transcript: null,
});

const lesson = (given: Partial<CheckedLesson> = {}): CheckedLesson => ({
  key: "a",
  title: "Lesson",
  completion: { rule: "read", seconds: 10 },
  opening: {},
  blocks: [words("Words")],
  ...given,
});
const draftOf = (lessons: CheckedLesson[], given: Partial<CheckedDraft> = {}): CheckedDraft => ({
  summary: "What there is to learn",
  modules: [{ key: "m", title: "Module", lessons }],
  quizzes: new Map([["q", { title: "Quiz", sections: [{ draw: 3, pool: 3 }] }]]),
  assignmentKeys: new Set(),
  packageIds: new Set(),
  fileIds: new Set([ID]),
  ...given,
});
const codes = (blocks: Block[], given: Partial<CheckedLesson> = {}, more: Partial<CheckedDraft> = {}) =>
  checkDraft(draftOf([lesson({ blocks, ...given })], more)).map(({ code }) => code);

describe("checks of a draft", () => {
  it("find nothing in a sound one", () => {
    assert.deepEqual(codes([words("Words"), heading(2), heading(3), video(1)]), []);
  });

  const cases: [string, string[]][] = [
    ["lesson_empty", codes([])],
    ["captions_missing", codes([video(0)])],
    ["transcript_missing", codes([{ id: ID, kind: "audio", fileId: ID, durationMs: 1, transcript: null }])],
    ["alt_missing", codes([{ id: ID, kind: "image", fileId: ID, alt: "", caption: "" }])],
    ["file_missing", codes([{ id: ID, kind: "file", fileId: ID, title: "F" }], {}, { fileIds: new Set() })],
    ["heading_skipped", codes([heading(2), heading(4)])],
    ["heading_skipped", codes([heading(3)])],
    ["link_text", codes([words("here", "/x")])],
    ["quiz_unknown", codes([{ id: ID, kind: "quiz", quizKey: "z" }])],
    [
      "quiz_short",
      codes(
        [{ id: ID, kind: "quiz", quizKey: "q" }],
        {},
        { quizzes: new Map([["q", { title: "Q", sections: [{ draw: 4, pool: 3 }] }]]) },
      ),
    ],
    [
      "quiz_short",
      codes(
        [{ id: ID, kind: "quiz", quizKey: "q" }],
        {},
        { quizzes: new Map([["q", { title: "Q", sections: [] }]]) },
      ),
    ],
    ["assignment_unknown", codes([{ id: ID, kind: "assignment", assignmentKey: "z" }])],
    ["package_unknown", codes([{ id: ID, kind: "package", packageId: "z" }])],
    ["never_complete", codes([words("W")], { completion: { rule: "quiz", percent: 70 } })],
    ["never_complete", codes([words("W")], { completion: { rule: "watch", percent: 90 } })],
    ["after_unknown", codes([words("W")], { opening: { afterLessons: ["gone"] } })],
    ["never_opens", codes([words("W")], { opening: { afterLessons: ["a"] } })],
    ["title_missing", codes([{ id: ID, kind: "embed", url: "https://e.example/", title: " " }])],
    ["summary_missing", codes([words("W")], {}, { summary: " " })],
  ];
  for (const [code, found] of cases)
    it(`find ${code}`, () => {
      assert.deepEqual(found, [code]);
    });

  it("know a course without lessons and a module without lessons", () => {
    assert.deepEqual(
      checkDraft(draftOf([])).map(({ code, severity }) => [code, severity]),
      [
        ["course_empty", "error"],
        ["module_empty", "warning"],
      ],
    );
  });
});

describe("lessons that never open", () => {
  it("are none where each waits for earlier ones, and all of a circle and who waits for it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.nat(), (size, seed) => {
        const chain = Array.from({ length: size }, (_, place) =>
          lesson({
            key: `l${place}`,
            opening: place ? { afterLessons: [`l${(seed + place) % place}`] } : {},
          }),
        );
        assert.deepEqual(neverOpens(chain.toReversed()), []);
        const [first, ...rest] = chain;
        const circle = [{ ...first!, opening: { afterLessons: [`l${size - 1}`] } }, ...rest];
        assert.ok(neverOpens(circle).includes(circle[0]!));
      }),
    );
  });
});
