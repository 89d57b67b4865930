import { Readable } from "node:stream";
import { toMarkdown } from "#kernel/rich-text/rich-text.ts";
import type { FileStore } from "#kernel/files/file-store.ts";
import type { CourseDraft } from "#modules/academy/contract/transfer.ts";
import type { LoadedCourse } from "#modules/academy/transfer/load-course-draft.ts";
import { toSlug } from "#modules/academy/transfer/draft/make-slug.ts";
import { type Names, nameParts } from "#modules/academy/transfer/markdown/name-parts.ts";
import { writeLesson } from "#modules/academy/transfer/markdown/write-lesson.ts";
import { toYaml } from "#modules/academy/transfer/markdown/to-yaml.ts";
import { questionOut } from "#modules/academy/transfer/markdown/write-question.ts";
import { writeZip, type ZipEntry } from "#modules/academy/transfer/zip/write-zip.ts";

const numbered = (at: number, name: string) => `${String(at + 1).padStart(2, "0")}-${name}`;

const trimmed = (text: string) => text.replace(/\n$/, "");

function courseOut({ slug, facts }: CourseDraft, names: Names) {
  const { durationDays, coverFileId, description, ...rest } = facts;
  const cover = coverFileId && names.file(coverFileId);
  return {
    slug,
    ...rest,
    duration_days: durationDays,
    description: trimmed(toMarkdown(description, { imageHref: names.image })),
    ...(cover ? { cover } : {}),
  };
}

const quizOut = ({ title, intro, settings, sections }: CourseDraft["quizzes"][number], names: Names) => ({
  title,
  intro: trimmed(toMarkdown(intro, { imageHref: names.image })),
  passing_percent: settings.passingPercent,
  attempts: settings.attempts,
  retake_after_hours: settings.retakeAfterHours,
  time_limit_minutes: settings.timeLimitMinutes,
  shuffle_questions: settings.shuffleQuestions,
  shuffle_options: settings.shuffleOptions,
  feedback: settings.feedback,
  sections: sections.map(({ draw, ...section }) => ({ ...section, draw: draw ?? "all" })),
});

const assignmentOut = (
  { title, brief, settings, rubric }: CourseDraft["assignments"][number],
  names: Names,
) => ({
  title,
  brief: trimmed(toMarkdown(brief, { imageHref: names.image })),
  due_days: settings.dueDays,
  accepts: {
    text: settings.acceptsText,
    files: settings.maxFiles,
    max_mb: settings.maxFileBytes / 1_000_000,
    types: settings.fileTypes,
  },
  attempts: settings.attempts,
  passing_percent: settings.passingPercent,
  second_marking: settings.secondMarking,
  rubric: rubric.map(({ id: _, levels, ...criterion }, at) => ({
    key: `${toSlug(criterion.title, "criterion")}-${at + 1}`,
    ...criterion,
    levels: levels.map(({ id: _id, ...level }) => level),
  })),
});

/** The text files of a course folder by their paths; media lie beside them, named by `names.file`. */
export function writeCourseFolder(draft: CourseDraft, names: Names): Map<string, string> {
  const files = new Map([["course.yaml", toYaml(courseOut(draft, names))]]);
  draft.modules.forEach(({ title, summary, lessons }, at) => {
    const folder = `modules/${numbered(at, toSlug(title, "module"))}`;
    files.set(`${folder}/module.yaml`, toYaml({ title, summary }));
    lessons.forEach((lesson, place) =>
      files.set(`${folder}/${numbered(place, lesson.slug)}.md`, writeLesson(lesson, names)),
    );
  });
  if (draft.questions.length > 0)
    files.set("questions/bank.yaml", toYaml(draft.questions.map((question) => questionOut(question, names))));
  for (const quiz of draft.quizzes) files.set(`quizzes/${quiz.slug}.yaml`, toYaml(quizOut(quiz, names)));
  for (const one of draft.assignments)
    files.set(`assignments/${one.slug}.yaml`, toYaml(assignmentOut(one, names)));
  return files;
}

/** A course as an archive of a course folder with its media: for people, editors and version control. */
export function writeFolderArchive(
  course: LoadedCourse,
  store: Pick<FileStore, "read">,
): AsyncGenerator<Uint8Array> {
  const names = nameParts(course.draft);
  const texts = [...writeCourseFolder(course.draft, names)].map(([path, text]): ZipEntry => {
    const bytes = Buffer.from(text);
    return { path, bytes: bytes.length, open: () => Readable.from([bytes]) };
  });
  const stored = (sha256: string, path: string): ZipEntry => ({
    path,
    bytes: course.parts.get(sha256)?.bytes ?? 0,
    open: () => store.read(sha256),
  });
  const media = course.draft.media.map(({ id, path }) => stored(path, names.file(id) ?? id));
  const packages = course.draft.packages.flatMap(({ id, files }) =>
    files.map(({ path, from }) => stored(from, `packages/${names.package(id) ?? id}/${path}`)),
  );
  return writeZip([...texts, ...media, ...packages]);
}
