import { courseFacts } from "#modules/academy/contract/course.ts";
import type { Block, CompletionRule } from "#modules/academy/contract/content.ts";
import type { CourseDraft } from "#modules/academy/contract/transfer.ts";
import { derivedId } from "#modules/academy/transfer/draft/derived-id.ts";
import { toSlug } from "#modules/academy/transfer/draft/make-slug.ts";

/** `Week 1.zip` is called "Week 1". */
export const titleOfFile = (fileName: string): string =>
  fileName
    .replace(/\.[a-z0-9]{1,8}$/i, "")
    .replaceAll(/[_]+/g, " ")
    .trim()
    .slice(0, 200) || "Imported";

/** An empty course of a title. */
export function emptyDraft(title: string): CourseDraft {
  return {
    slug: toSlug(title, "imported-course"),
    facts: courseFacts.parse({ title: title.slice(0, 200) }),
    modules: [],
    questions: [],
    quizzes: [],
    assignments: [],
    media: [],
    packages: [],
  };
}

/** A course of one module with one lesson of one block: for formats that hold one thing. */
export function singleLesson(title: string, block: Block, completion: CompletionRule): CourseDraft {
  const draft = emptyDraft(title);
  const { slug } = draft;
  const lesson = {
    key: derivedId(slug, "lesson", "single"),
    slug,
    title: title.slice(0, 200),
    summary: "",
    minutes: 0,
    isPreview: false,
    completion,
    opening: {},
    blocks: [block],
  };
  return {
    ...draft,
    modules: [
      {
        key: derivedId(slug, "module", "single"),
        title: title.slice(0, 200),
        summary: "",
        lessons: [lesson],
      },
    ],
  };
}
