import { fromMarkdown } from "#kernel/rich-text/rich-text.ts";
import { refuse } from "#kernel/errors.ts";
import type { QuestionDraft } from "#modules/academy/contract/question.ts";
import type {
  AssignmentDraft,
  CourseDraft,
  ModuleDraft,
  QuizDraft,
} from "#modules/academy/contract/transfer.ts";
import { soundQuestions } from "#modules/academy/transfer/draft/finish-draft.ts";
import type { CourseSource } from "#modules/academy/transfer/draft/course-source.ts";
import { derivedId } from "#modules/academy/transfer/draft/derived-id.ts";
import type { Losses } from "#modules/academy/transfer/draft/losses.ts";
import { courseFields, moduleFields } from "#modules/academy/transfer/markdown/folder-fields.ts";
import { type Known, openReading, type Reading } from "#modules/academy/transfer/markdown/folder-reading.ts";
import { readAssignment } from "#modules/academy/transfer/markdown/read-assignment.ts";
import { readFields } from "#modules/academy/transfer/markdown/read-fields.ts";
import { readLesson } from "#modules/academy/transfer/markdown/read-lesson.ts";
import { readQuestions } from "#modules/academy/transfer/markdown/read-questions.ts";
import { readQuiz } from "#modules/academy/transfer/markdown/read-quiz.ts";
import { readYaml } from "#modules/academy/transfer/markdown/read-yaml.ts";

const LESSON = /^modules\/([^/]+)\/([^/]+)\.md$/;

/** `03-people-before-problems` is called `people-before-problems`; numbers only order. */
const nameOf = (file: string): string => file.replace(/^\d+[-_. ]*/, "") || file;

/** `quizzes/part-1.yaml` → `part-1`, for the files of a folder. */
const slugsIn = (source: CourseSource, folder: string): Map<string, string> =>
  new Map(
    source.paths.flatMap((path) => {
      const [, slug] = new RegExp(`^${folder}/([a-z0-9]+(?:-[a-z0-9]+)*)\\.ya?ml$`).exec(path) ?? [];
      return slug ? [[slug, path] as const] : [];
    }),
  );

async function readBank(source: CourseSource, reading: Reading): Promise<QuestionDraft[]> {
  const bank: QuestionDraft[] = [];
  for (const place of source.paths.filter((path) => /^questions\/[^/]+\.ya?ml$/.test(path))) {
    const value = readYaml(await source.text(place), { item: place, place }, reading.losses);
    if (value !== undefined) bank.push(...readQuestions(value, place, reading));
  }
  return soundQuestions(bank, reading.losses);
}

async function readNamed<T>(
  source: CourseSource,
  files: ReadonlyMap<string, string>,
  { losses, read }: { losses: Losses; read: (value: unknown, slug: string, place: string) => T | undefined },
): Promise<T[]> {
  const made: T[] = [];
  for (const [slug, place] of files) {
    const value = readYaml(await source.text(place), { item: place, place }, losses);
    const one = value === undefined ? undefined : read(value, slug, place);
    if (one !== undefined) made.push(one);
  }
  return made;
}

async function readModules(source: CourseSource, known: Known, reading: Reading): Promise<ModuleDraft[]> {
  const folders = Map.groupBy(
    source.paths.filter((path) => LESSON.test(path)),
    (path) => path.split("/")[1] ?? "",
  );
  const modules: ModuleDraft[] = [];
  for (const [folder, paths] of [...folders].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const place = `modules/${folder}/module.yaml`;
    const at = { item: `Module ${folder}`, place };
    const value = source.has(place) ? readYaml(await source.text(place), at, reading.losses) : undefined;
    if (!source.has(place))
      reading.losses.add(at.item, place, "The file is missing; it is called like its folder.");
    const fields = (value === undefined
      ? undefined
      : readFields(moduleFields, value, at, reading.losses)) ?? {
      title: nameOf(folder),
      summary: "",
    };
    const lessons = [];
    for (const path of paths) {
      const slug = nameOf(LESSON.exec(path)?.[2] ?? path);
      const lesson = readLesson(await source.text(path), slug, {
        ...reading,
        known,
        at: { item: path, place: path },
      });
      if (lesson) lessons.push(lesson);
    }
    modules.push({ key: derivedId(reading.slug, "module", nameOf(folder)), ...fields, lessons });
  }
  return modules;
}

/** Files nothing reads or shows are named, so that nobody believes they came along. */
function reportUnread(source: CourseSource, reading: Reading): void {
  const used = new Set(reading.mediaUsed().map(({ path }) => path));
  const isRead = (path: string) =>
    used.has(path) ||
    path === "course.yaml" ||
    LESSON.test(path) ||
    /^modules\/[^/]+\/module\.yaml$/.test(path) ||
    /^questions\/[^/]+\.ya?ml$/.test(path) ||
    /^(quizzes|assignments)\/[a-z0-9]+(-[a-z0-9]+)*\.ya?ml$/.test(path);
  for (const path of source.paths.filter((one) => !isRead(one)))
    reading.losses.add(path, path, "No part of the course uses this file; it was left out.");
}

async function readFacts(source: CourseSource, losses: Losses) {
  const at = { item: "Course", place: "course.yaml" };
  const value = source.has("course.yaml")
    ? readYaml(await source.text("course.yaml"), at, losses)
    : undefined;
  const fields = value === undefined ? undefined : readFields(courseFields, value, at, losses);
  if (!fields)
    throw refuse(
      "invalid",
      "academy.course_folder_invalid",
      "The folder has no readable course.yaml with at least slug and title.",
      { data: { losses: [...losses.list] } },
    );
  return fields;
}

/**
 * Reads a course of Markdown and YAML files (docs/modules/academy-transfer.md). Pure but for reading: the same files give
 * the same draft with the same ids. What cannot be taken is named in `losses`.
 * Errors: `academy.course_folder_invalid`, and those of the source.
 */
export async function readCourseFolder(source: CourseSource, losses: Losses): Promise<CourseDraft> {
  const fields = await readFacts(source, losses);
  const reading = openReading(fields.slug, source, losses);
  const questions = await readBank(source, reading);
  const quizzes = await readNamed<QuizDraft>(source, slugsIn(source, "quizzes"), {
    losses,
    read: (value, slug, place) => readQuiz(value, slug, { ...reading, place, bank: questions }),
  });
  const assignments = await readNamed<AssignmentDraft>(source, slugsIn(source, "assignments"), {
    losses,
    read: (value, slug, place) => readAssignment(value, slug, { ...reading, place }),
  });
  const known: Known = {
    quizzes: new Set(quizzes.map(({ slug }) => slug)),
    assignments: new Set(assignments.map(({ slug }) => slug)),
    lessons: new Set(source.paths.flatMap((path) => LESSON.exec(path)?.[2] ?? []).map(nameOf)),
    packages: new Map(),
  };
  const modules = await readModules(source, known, reading);
  const imageFile = (src: string) => reading.media(src);
  const cover = fields.cover === null ? undefined : reading.media(fields.cover);
  if (fields.cover !== null && !cover)
    losses.add("Cover", "course.yaml", `There is no file ${fields.cover}.`);
  const { slug, description, duration_days: durationDays, cover: _cover, ...facts } = fields;
  reportUnread(source, reading);
  return {
    slug,
    facts: {
      ...facts,
      durationDays,
      description: fromMarkdown(description, { imageFile }),
      coverFileId: cover ?? null,
    },
    modules,
    questions,
    quizzes,
    assignments,
    media: reading.mediaUsed(),
    packages: [],
  };
}
