import { fromMarkdown } from "#kernel/rich-text/rich-text.ts";
import type { QuestionDraft } from "#modules/academy/contract/question.ts";
import type { QuizDraft } from "#modules/academy/contract/transfer.ts";
import { quizFields } from "#modules/academy/transfer/markdown/folder-fields.ts";
import type { Reading } from "#modules/academy/transfer/markdown/folder-reading.ts";
import { type Place, readFields } from "#modules/academy/transfer/markdown/read-fields.ts";

/** A quiz of the folder. Questions it names and nobody wrote are reported and left out. */
export function readQuiz(
  value: unknown,
  slug: string,
  { place, bank, ...reading }: Reading & { place: string; bank: readonly QuestionDraft[] },
): QuizDraft | undefined {
  const at: Place = { item: `Quiz ${slug}`, place };
  const fields = readFields(quizFields, value, at, reading.losses);
  if (!fields) return undefined;
  const slugs = new Set(bank.map((question) => question.slug));
  const tagged = new Set(bank.flatMap(({ tags }) => tags));
  const sections = fields.sections.map(({ title, draw, questions, tags }) => {
    for (const name of questions.filter((question) => !slugs.has(question)))
      reading.losses.add(
        `${at.item}: question ${name}`,
        place,
        "There is no such question; it was left out.",
      );
    for (const tag of tags.filter((one) => !tagged.has(one)))
      reading.losses.add(`${at.item}: tag ${tag}`, place, "No question has this tag.");
    return {
      title,
      draw: draw === "all" ? null : draw,
      tags,
      questions: questions.filter((one) => slugs.has(one)),
    };
  });
  return {
    key: reading.quizKey(slug),
    slug,
    title: fields.title,
    intro: fromMarkdown(fields.intro, { imageFile: (src) => reading.media(src) }),
    settings: {
      passingPercent: fields.passing_percent,
      attempts: fields.attempts,
      retakeAfterHours: fields.retake_after_hours,
      timeLimitMinutes: fields.time_limit_minutes,
      shuffleQuestions: fields.shuffle_questions,
      shuffleOptions: fields.shuffle_options,
      feedback: fields.feedback,
    },
    sections,
  };
}
