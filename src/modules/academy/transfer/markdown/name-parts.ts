import type { CourseDraft } from "#modules/academy/contract/transfer.ts";
import { openSlugs } from "#modules/academy/transfer/draft/make-slug.ts";

/** What parts of a course are called in a course folder; undefined for what the course does not have. */
export interface Names {
  /** `media/figure.svg` of a file's id. */
  file(fileId: string): string | undefined;
  /** The same for a picture within a text. */
  image(fileId: string): string;
  quiz(quizKey: string): string | undefined;
  assignment(assignmentKey: string): string | undefined;
  lesson(lessonKey: string): string | undefined;
  package(packageId: string): string | undefined;
}

/** Readable names, each once: two files called `figure.svg` become `figure.svg` and `figure-2.svg`. */
function fileNames(media: CourseDraft["media"]): Map<string, string> {
  const slugOf = openSlugs();
  return new Map(
    media.map(({ id, name }) => {
      const [, stem = name, ending = ""] = /^(.*?)((?:\.[a-z]{2,3})?\.[A-Za-z0-9]{1,10})?$/.exec(name) ?? [];
      const slug = slugOf(stem, "file");
      return [id, `media/${slug}${ending.toLowerCase()}`] as const;
    }),
  );
}

/** Names all parts of a course for a folder. */
export function nameParts(draft: CourseDraft): Names {
  const files = fileNames(draft.media);
  const quizzes = new Map(draft.quizzes.map(({ key, slug }) => [key, slug]));
  const assignments = new Map(draft.assignments.map(({ key, slug }) => [key, slug]));
  const lessons = new Map(
    draft.modules.flatMap((module) => module.lessons.map(({ key, slug }) => [key, slug] as const)),
  );
  const slugOf = openSlugs();
  const packages = new Map(draft.packages.map(({ id, title }) => [id, slugOf(title, "package")] as const));
  return {
    file: (id) => files.get(id),
    image: (id) => files.get(id) ?? `/files/${id}`,
    quiz: (key) => quizzes.get(key),
    assignment: (key) => assignments.get(key),
    lesson: (key) => lessons.get(key),
    package: (id) => packages.get(id),
  };
}
