import { quizSettings } from "#modules/academy/contract/quiz.ts";
import type { QuestionDraft } from "#modules/academy/contract/question.ts";
import type { CourseDraft } from "#modules/academy/contract/transfer.ts";
import { EMPTY_TEXT } from "#kernel/browser/rich-text.ts";
import { derivedId } from "#modules/academy/transfer/draft/derived-id.ts";
import { singleLesson } from "#modules/academy/transfer/draft/single-lesson.ts";

/** Most questions one section may name. */
const SECTION = 500;

/** A course that is a bank of questions and one quiz of them all: for formats that hold questions alone. */
export function bankCourse(title: string, questions: QuestionDraft[]): CourseDraft {
  const key = derivedId("quiz", title);
  const draft = singleLesson(
    title,
    { id: derivedId(key, "block"), kind: "quiz", quizKey: key },
    { rule: "quiz", percent: 70 },
  );
  const slugs = questions.map(({ slug }) => slug);
  const sections = Array.from({ length: Math.ceil(slugs.length / SECTION) }, (_, at) => ({
    title: "",
    draw: null,
    tags: [],
    questions: slugs.slice(at * SECTION, (at + 1) * SECTION),
  }));
  const quiz = {
    key,
    slug: draft.slug,
    title,
    intro: EMPTY_TEXT,
    settings: quizSettings.parse({}),
    sections,
  };
  return { ...draft, questions, quizzes: [quiz] };
}

/** A text of one paragraph. */
export const plainText = (text: string) => ({
  type: "doc" as const,
  content: text === "" ? [] : [{ type: "paragraph" as const, content: [{ type: "text" as const, text }] }],
});
