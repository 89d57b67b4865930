import * as fc from "fast-check";
import { sha256Hex } from "#kernel/ids.ts";
import type { Block } from "#modules/academy/contract/content.ts";
import type { QuestionBody, QuestionDraft } from "#modules/academy/contract/question.ts";
import { type CourseDraft, courseDraft } from "#modules/academy/contract/transfer.ts";
import type { RichText } from "#kernel/browser/rich-text.ts";
import { derivedId } from "#modules/academy/transfer/draft/derived-id.ts";
import { richTexts } from "#test/factories/rich-text.ts";

/** A course with the bytes of its files, by SHA-256. */
export interface CourseWithBytes {
  draft: CourseDraft;
  bytes: Map<string, Buffer>;
}

const words = fc.stringMatching(/^[A-Za-zÄöß中]{1,12}( [a-z"'<&:#]{1,8}){0,3}[a-z]$/);
const slugs = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, at) => `${prefix}-${at + 1}`);

const bodies: fc.Arbitrary<QuestionBody> = fc.oneof(
  fc.tuple(richTexts, richTexts, fc.boolean()).map(
    ([a, b, first]): QuestionBody => ({
      kind: first ? "single" : "multiple",
      options: [
        { id: "a", text: a, correct: true, feedback: "" },
        { id: "b", text: b, correct: false, feedback: "No: look again." },
      ],
    }),
  ),
  fc.boolean().map((answer): QuestionBody => ({ kind: "true_false", answer })),
  fc.tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.nat(9)).map(
    ([value, tolerance]): QuestionBody => ({
      kind: "numeric",
      value: value === 0 ? 0 : value,
      tolerance,
      unit: "€",
    }),
  ),
  words.map((text): QuestionBody => ({ kind: "short_text", accept: [text], caseSensitive: true })),
  fc.tuple(words, words).map(
    ([a, b]): QuestionBody => ({
      kind: "ordering",
      items: [
        { id: "x", text: `${a} 1` },
        { id: "y", text: `${b} 2` },
      ],
    }),
  ),
  fc.tuple(words, words).map(
    ([a, b]): QuestionBody => ({
      kind: "matching",
      pairs: [
        { id: "p", left: a, right: `${b} 1` },
        { id: "q", left: b, right: `${a} 2` },
      ],
      distractors: ["neither 3"],
    }),
  ),
  words.map(
    (text): QuestionBody => ({
      kind: "cloze",
      text: `${text} {{1}} and {{2}}`,
      blanks: [
        { id: "1", accept: [text], caseSensitive: false },
        {
          id: "2",
          options: [
            { id: "o", text: "yes" },
            { id: "n", text: "no" },
          ],
          correct: "o",
        },
      ],
    }),
  ),
);

const question = fc
  .record({
    prompt: richTexts.filter(({ content }) => content.length > 0),
    body: bodies,
    explanation: fc.option(richTexts),
    points: fc.nat(10),
    tags: fc.subarray(["one", "two"]),
  })
  .map((drawn): Omit<QuestionDraft, "slug"> => drawn);

type Files = { image: string; film: string };
const blockOf = (kind: number, text: RichText, { image, film }: Files, key: string): Block => {
  const id = derivedId("block", key);
  const all: Block[] = [
    { id, kind: "text", text },
    { id, kind: "image", fileId: image, alt: "A figure", caption: "See" },
    { id, kind: "code", language: "ts", code: "const a = 1;\n" },
    { id, kind: "callout", tone: "tip", title: "Note", text },
    { id, kind: "file", fileId: film, title: "Film" },
    { id, kind: "embed", url: "https://example.org/?a=b&c=d", title: "Elsewhere" },
    { id, kind: "live", key: "kick-off", title: "Meeting" },
    {
      id,
      kind: "video",
      fileId: film,
      durationMs: 65_500,
      posterFileId: image,
      transcript: text,
      captions: [{ fileId: film, language: "en", label: "English" }],
      chapters: [{ atMs: 1500, title: "Begin" }],
    },
    { id, kind: "quiz", quizKey: derivedId("quiz", "quiz-1") },
    { id, kind: "assignment", assignmentKey: derivedId("assignment") },
  ];
  return all[kind % all.length] ?? { id, kind: "text", text };
};

/** Any whole course: all kinds of questions and blocks, with two files; ids of files are names of what they hold. */
export const coursesWithBytes: fc.Arbitrary<CourseWithBytes> = fc
  .record({
    title: words,
    description: richTexts,
    questions: fc.array(question, { minLength: 1, maxLength: 6 }),
    modules: fc.array(
      fc.array(fc.array(fc.tuple(fc.nat(9), richTexts), { maxLength: 5 }), { minLength: 1, maxLength: 3 }),
      { minLength: 1, maxLength: 3 },
    ),
    film: fc.uint8Array({ minLength: 1, maxLength: 300 }),
  })
  .map(({ title, description, questions, modules, film }) => {
    const contents = [Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), Buffer.from(film)];
    const media = contents.map((bytes, at) => ({
      id: derivedId("file", String(at)),
      path: sha256Hex(bytes),
      name: at === 0 ? "figure.svg" : "film.mp4",
      mediaType: at === 0 ? "image/svg+xml" : "video/mp4",
    }));
    const files = { image: media[0]!.id, film: media[1]!.id };
    const inFiles = JSON.stringify({ description, questions, modules }).replace(
      /("fileId":)"[^"]*"/g,
      `$1"${files.image}"`,
    );
    const own = JSON.parse(inFiles) as {
      description: typeof description;
      questions: typeof questions;
      modules: typeof modules;
    };
    const names = slugs(questions.length, "q");
    const draft = courseDraft.parse({
      slug: "generated",
      facts: { title, description: own.description, coverFileId: files.image, outcomes: [title] },
      modules: own.modules.map((lessons, at) => ({
        key: derivedId("module", String(at)),
        title: `Module ${at + 1}`,
        lessons: lessons.map((blocks, place) => ({
          key: derivedId("lesson", String(at), String(place)),
          slug: `lesson-${at + 1}-${place + 1}`,
          title,
          completion: { rule: "confirm" },
          opening: place === 0 ? { days: at } : { afterLessons: [derivedId("lesson", String(at), "0")] },
          blocks: blocks.map(([kind, text], number) =>
            blockOf(kind, text, files, `${at} ${place} ${number}`),
          ),
        })),
      })),
      questions: own.questions.map((one, at) => ({ slug: names[at], ...one })),
      quizzes: [
        {
          key: derivedId("quiz", "quiz-1"),
          slug: "quiz-1",
          title: "A quiz",
          intro: own.description,
          settings: {},
          sections: [{ title: "All", questions: names }],
        },
      ],
      assignments: [
        {
          key: derivedId("assignment"),
          slug: "work",
          title: "Work",
          brief: own.description,
          settings: {},
          rubric: [],
        },
      ],
      media,
      packages: [],
    });
    return { draft, bytes: new Map(contents.map((bytes) => [sha256Hex(bytes), bytes])) };
  });
