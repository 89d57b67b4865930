import { z } from "zod";
import { EMPTY_TEXT, richText } from "#kernel/browser/rich-text.ts";
import { slug } from "#modules/academy/contract/content.ts";
import { QUESTION_KINDS, questionBody, questionDraft } from "#modules/academy/contract/question.ts";
import { quizSection, quizSettings } from "#modules/academy/contract/quiz.ts";

const title = z.string().trim().min(1).max(200);
const tag = z.string().trim().min(1).max(60);
const page = {
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(200).default(50),
};
const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

// The bank --------------------------------------------------------------------------------------------------------

/** A new question of a course's bank; without a `slug` it is named after its first words. */
export const CreateQuestion = questionDraft.extend({
  courseId: z.uuid(),
  slug: questionDraft.shape.slug.optional(),
});
/** What was made or changed; `version` counts from 1. */
export const SavedQuestion = z.object({ questionId: z.uuid(), slug: z.string(), version: z.number().int() });

/** What a change brings; `version` is the one it was made from. What is left out stays. */
export const ReviseQuestion = z.object({
  questionId: z.uuid(),
  version: z.number().int().min(1),
  slug: questionDraft.shape.slug.optional(),
  prompt: richText.optional(),
  body: questionBody.optional(),
  explanation: richText.nullable().optional(),
  points: z.number().int().min(0).max(1000).optional(),
  tags: z.array(tag).max(20).optional(),
});
/** A question by its id. */
export const QuestionRef = z.object({ questionId: z.uuid() });
/** Whether a question may be asked from now on. */
export const QuestionStanding = z.object({ questionId: z.uuid(), isArchived: z.boolean() });

/** Questions by their slugs: new ones are added, known ones get a new version where they say something else. */
export const ImportQuestions = z.object({
  courseId: z.uuid(),
  questions: z.array(questionDraft).min(1).max(500),
});
/** Ids by slug, in the order given. */
export const ImportedQuestions = z.object({
  items: z.array(z.object({ slug: z.string(), questionId: z.uuid() })),
});

/** Which questions to list; `text` looks into the words of the prompt and the slug. */
export const ListQuestions = z.object({
  courseId: z.uuid().optional(),
  text: z.string().trim().max(200).optional(),
  kind: z.enum(QUESTION_KINDS).optional(),
  tag: tag.optional(),
  state: z.enum(["in_use", "archived", "all"]).default("in_use"),
  ...page,
});
export const QuestionSummary = z.object({
  id: z.uuid(),
  courseId: z.uuid(),
  courseTitle: z.string(),
  slug: z.string(),
  kind: z.enum(QUESTION_KINDS),
  words: z.string(),
  tags: z.array(z.string()),
  points: z.number().int(),
  version: z.number().int(),
  changedAt: z.string(),
  archivedAt: z.string().nullable(),
  /** Quizzes of the draft and of the version in force that may ask it. */
  quizzes: z.number().int(),
  /** How often it was asked in attempts that are not void. */
  asked: z.number().int(),
});
export const QuestionPage = pageOf(QuestionSummary);

/** A question for its author, with its key, where it is used and what it said before. */
export const QuestionDetail = questionDraft.extend({
  id: z.uuid(),
  courseId: z.uuid(),
  courseTitle: z.string(),
  version: z.number().int(),
  versionId: z.uuid(),
  changedAt: z.string(),
  archivedAt: z.string().nullable(),
  usage: z.array(
    z.object({
      quizKey: z.uuid(),
      title: z.string(),
      /** In the draft, in what is in force, or in both. */
      in: z.array(z.enum(["draft", "published"])),
      by: z.enum(["name", "tag"]),
    }),
  ),
  versions: z.array(
    z.object({
      versionId: z.uuid(),
      number: z.number().int(),
      words: z.string(),
      at: z.string(),
      /** Times it was asked in finished attempts. */
      asked: z.number().int(),
    }),
  ),
});

/** Tags of a bank with how many questions have them, archived ones left out. */
export const ListQuestionTags = z.object({ courseId: z.uuid() });
export const QuestionTags = z.object({
  items: z.array(z.object({ tag: z.string(), questions: z.number().int() })),
});

// Quizzes in the draft --------------------------------------------------------------------------------------------

/** A quiz in the draft of a course. */
export const AddQuiz = z.object({
  courseId: z.uuid(),
  slug,
  title,
  intro: richText.default(EMPTY_TEXT),
  settings: quizSettings.prefault({}),
  sections: z.array(quizSection).max(50).default([]),
});
export const AddedQuiz = z.object({ quizKey: z.uuid(), revision: z.number().int() });

/** What a save brings; `revision` is the one it was made from. What is left out stays. */
export const SaveQuiz = z.object({
  courseId: z.uuid(),
  quizKey: z.uuid(),
  revision: z.number().int().min(1),
  slug: slug.optional(),
  title: title.optional(),
  intro: richText.optional(),
  settings: quizSettings.optional(),
  sections: z.array(quizSection).max(50).optional(),
});
export const SavedQuiz = z.object({ quizKey: z.uuid(), revision: z.number().int() });
export const QuizRef = z.object({ courseId: z.uuid(), quizKey: z.uuid() });
export const RemovedQuiz = z.object({ quizKey: z.uuid() });

/** Quizzes of a course as the draft has them, else as they are in force; without a course those of all. */
export const ListQuizzes = z.object({ courseId: z.uuid().optional() });
export const QuizSummary = z.object({
  quizKey: z.uuid(),
  courseId: z.uuid(),
  courseTitle: z.string(),
  slug: z.string(),
  title: z.string(),
  settings: quizSettings,
  /** How many questions an attempt asks. */
  questions: z.number().int(),
  points: z.number().nullable(),
  in: z.array(z.enum(["draft", "published"])),
  lessonTitle: z.string().nullable(),
  attempts: z.number().int(),
});
export const QuizList = z.object({ items: z.array(QuizSummary) });

/** A quiz for its author. `pool`: how many questions each section may draw of now. */
export const QuizDetail = z.object({
  quizKey: z.uuid(),
  courseId: z.uuid(),
  courseSlug: z.string(),
  courseTitle: z.string(),
  slug: z.string(),
  title: z.string(),
  intro: richText,
  settings: quizSettings,
  sections: z.array(quizSection.extend({ pool: z.number().int(), asks: z.number().int() })),
  revision: z.number().int(),
  in: z.array(z.enum(["draft", "published"])),
  lessonTitle: z.string().nullable(),
  /** What keeps it from being taken as it is; sentences for people. */
  faults: z.array(z.string()),
});
