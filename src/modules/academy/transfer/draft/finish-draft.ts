import { type Block, type BlockKind, block as blockSchema } from "#modules/academy/contract/content.ts";
import { courseFacts } from "#modules/academy/contract/course.ts";
import { type QuestionDraft, questionDraft } from "#modules/academy/contract/question.ts";
import type { CourseDraft, LessonDraft, QuizDraft } from "#modules/academy/contract/transfer.ts";
import { questionFaults } from "#modules/academy/rules/quizzes/question-faults.ts";
import type { Losses } from "#modules/academy/transfer/draft/losses.ts";

const MAX_BLOCKS = 300;

/** Questions that can be asked and marked; the others are named with what is wrong. */
export function soundQuestions(questions: readonly QuestionDraft[], losses: Losses): QuestionDraft[] {
  const slugs = new Set<string>();
  return questions.flatMap((question) => {
    const lose = (why: string) =>
      losses.add(`Question ${question.slug}`, "questions", `${why} It was left out.`);
    const parsed = questionDraft.safeParse(question);
    const issue = parsed.error?.issues[0];
    if (!parsed.success) lose(`${issue?.path.join(" ")}: ${issue?.message}.`);
    const [fault] = parsed.success ? questionFaults(parsed.data.body) : [];
    if (fault) lose(fault.message);
    if (!parsed.success || fault) return [];
    if (slugs.has(question.slug)) lose("Another question has this name.");
    if (slugs.has(question.slug)) return [];
    slugs.add(question.slug);
    return [parsed.data];
  });
}

/** Quizzes that have something to ask. */
function soundQuizzes(draft: CourseDraft, questions: readonly QuestionDraft[], losses: Losses): QuizDraft[] {
  const slugs = new Set(questions.map(({ slug }) => slug));
  const tags = new Set(questions.flatMap((question) => question.tags));
  return draft.quizzes.flatMap((quiz) => {
    const sections = quiz.sections
      .map((section) => ({ ...section, questions: section.questions.filter((slug) => slugs.has(slug)) }))
      .filter((section) => section.questions.length > 0 || section.tags.some((tag) => tags.has(tag)));
    if (sections.length > 0) return [{ ...quiz, sections }];
    losses.add(`Quiz ${quiz.title}`, "quizzes", "None of its questions could be taken, so it was left out.");
    return [];
  });
}

const needed: Partial<Record<LessonDraft["completion"]["rule"], readonly BlockKind[]>> = {
  quiz: ["quiz"],
  submit: ["assignment"],
  grade: ["assignment"],
  package: ["package"],
  watch: ["video", "audio"],
};

function soundLesson(lesson: LessonDraft, isThere: (block: Block) => boolean, losses: Losses): LessonDraft {
  const place = `Lesson ${lesson.title}`;
  const blocks = lesson.blocks.flatMap((one, at) => {
    const parsed = blockSchema.safeParse(one);
    const issue = parsed.error?.issues[0];
    if (parsed.success && isThere(parsed.data)) return [parsed.data];
    const why = issue ? `${issue.path.join(" ")}: ${issue.message}.` : "What it shows could not be taken.";
    losses.add(`Block ${at + 1} (${one.kind})`, place, `${why} It was left out.`);
    return [];
  });
  if (blocks.length > MAX_BLOCKS)
    losses.add(
      place,
      place,
      `It has ${blocks.length} blocks; those after the first ${MAX_BLOCKS} were left out.`,
    );
  const kept = blocks.slice(0, MAX_BLOCKS);
  const kinds = needed[lesson.completion.rule];
  if (!kinds || kept.some(({ kind }) => kinds.includes(kind))) return { ...lesson, blocks: kept };
  losses.add(
    place,
    place,
    `It would be completed by a ${kinds.join(" or ")} that it does not have; students confirm it now.`,
  );
  return { ...lesson, blocks: kept, completion: { rule: "confirm" } };
}

/**
 * Leaves out of a draft what could not be written or shown, naming each, so that what remains is a course whose every
 * reference leads somewhere.
 */
export function finishDraft(draft: CourseDraft, losses: Losses): CourseDraft {
  const questions = soundQuestions(draft.questions, losses);
  const quizzes = soundQuizzes(draft, questions, losses);
  const there = new Set([
    ...quizzes.map(({ key }) => key),
    ...draft.assignments.map(({ key }) => key),
    ...draft.packages.map(({ id }) => id),
    ...draft.media.map(({ id }) => id),
  ]);
  const isThere = (one: Block) =>
    ["quizKey", "assignmentKey", "packageId", "fileId"].every(
      (field) => !(field in one) || there.has(String((one as Record<string, unknown>)[field])),
    );
  return {
    ...draft,
    facts: courseFacts.parse(draft.facts),
    questions,
    quizzes,
    modules: draft.modules.map((module) => ({
      ...module,
      lessons: module.lessons.map((lesson) => soundLesson(lesson, isThere, losses)),
    })),
  };
}
