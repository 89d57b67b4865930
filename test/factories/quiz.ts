import { newId } from "#kernel/ids.ts";
import type { QuestionDraft } from "#modules/academy/contract/question.ts";
import type { Answer, Asked } from "#modules/academy/contract/quiz-answer.ts";
import type { QuizSection, QuizSettings } from "#modules/academy/contract/quiz.ts";
import { enrolStudent } from "#modules/academy/learning/enrol-student.ts";
import { paragraph, writeCourse } from "#test/factories/course.ts";
import { asHouse, createCustomer, type TestCustomer } from "#test/factories/customers.ts";
import type { TestApp } from "#test/harness.ts";

const question = (slug: string, body: QuestionDraft["body"]): QuestionDraft => ({
  slug,
  prompt: paragraph(`Prompt of ${slug}`),
  body,
  explanation: paragraph(`Because of ${slug}`),
  points: 1,
  tags: ["pool"],
});

const option = (id: string, correct: boolean) => ({
  id,
  text: paragraph(`Option ${id}`),
  correct,
  feedback: `Remark on ${id}`,
});

/** A question of each kind. Words of a key begin with KEY, so that a test may look for them. */
export const QUESTIONS: readonly QuestionDraft[] = [
  question("one", { kind: "single", options: [option("r", true), option("w1", false), option("w2", false)] }),
  question("some", { kind: "multiple", options: [option("a", true), option("b", true), option("c", false)] }),
  question("truth", { kind: "true_false", answer: true }),
  question("figure", { kind: "numeric", value: 731.5, tolerance: 0.5, unit: "EUR" }),
  question("words", { kind: "short_text", accept: ["KEY margin"], caseSensitive: false }),
  question("order", {
    kind: "ordering",
    items: ["first", "second", "third", "fourth"].map((text, at) => ({ id: `i${at}`, text })),
  }),
  question("pairs", {
    kind: "matching",
    pairs: ["x", "y", "z"].map((name) => ({ id: name, left: `Left ${name}`, right: `Right ${name}` })),
    distractors: ["Right of nothing"],
  }),
  question("gaps", {
    kind: "cloze",
    text: "Typed {{t}}, chosen {{c}}.",
    blanks: [
      { id: "c", options: ["yes", "no"].map((text) => ({ id: `o-${text}`, text })), correct: "o-yes" },
      { id: "t", accept: ["KEY gap"], caseSensitive: false },
    ],
  }),
];

/** A published course whose one lesson is a quiz. */
export interface QuizHouse {
  courseId: string;
  course: string;
  quizKey: string;
  lessonKey: string;
  questionIds: Record<string, string>;
}

/** Writes the bank and the quiz, and publishes them. */
export async function writeQuiz(
  house: TestApp,
  given: {
    settings?: Partial<QuizSettings>;
    questions?: readonly QuestionDraft[];
    sections?: (ids: Record<string, string>) => Partial<QuizSection>[];
    completion?: { rule: "quiz"; percent: number };
  } = {},
): Promise<QuizHouse> {
  const { courseId, slug, moduleKey } = await writeCourse(house, { publish: false, lessons: [] });
  const questions = [...(given.questions ?? QUESTIONS)];
  const { items } = await house.call("academy.import_questions", { courseId, questions });
  const questionIds = Object.fromEntries(items.map((item) => [item.slug, item.questionId]));
  const { quizKey } = await house.call("academy.add_quiz", {
    courseId,
    slug: "quiz",
    title: "Quiz",
    settings: given.settings ?? {},
    sections: given.sections?.(questionIds) ?? [{ questionIds: Object.values(questionIds) }],
  });
  const lesson = await house.call("academy.add_lesson", {
    courseId,
    moduleKey,
    slug: "quiz-lesson",
    title: "A lesson with a quiz",
    completion: given.completion ?? { rule: "quiz", percent: 70 },
    blocks: [{ id: newId(), kind: "quiz", quizKey }],
  });
  await house.call("academy.publish_curriculum", { courseId });
  return { courseId, course: slug, quizKey, lessonKey: lesson.key, questionIds };
}

/** A student of a course. */
export interface TestStudent extends TestCustomer {
  enrollmentId: string;
}

/** Enrols somebody new. */
export async function addStudent(house: TestApp, courseId: string): Promise<TestStudent> {
  const customer = await createCustomer(house);
  const { enrollmentId } = await asHouse(house, (context) =>
    enrolStudent(context, {
      courseId,
      personId: customer.personId,
      accountId: customer.accountId,
      sourceKind: "staff",
      cause: "test",
    }),
  );
  return { ...customer, enrollmentId };
}

/** The right answer to a question of `QUESTIONS`, found by its texts as a student who knows finds it. */
export function rightAnswer({ asked }: { asked: Asked }): Answer {
  const idOf = (list: readonly { id: string; text: unknown }[], words: string) =>
    list.find(({ text }) => JSON.stringify(text).includes(words))?.id ?? "?";
  switch (asked.kind) {
    case "single":
      return { kind: "single", choice: idOf(asked.options, "Option r") };
    case "multiple":
      return {
        kind: "multiple",
        choices: ["Option a", "Option b"].map((words) => idOf(asked.options, words)),
      };
    case "true_false":
      return { kind: "true_false", value: true };
    case "numeric":
      return { kind: "numeric", text: "731,5 EUR" };
    case "short_text":
      return { kind: "short_text", text: " key  MARGIN " };
    case "ordering":
      return {
        kind: "ordering",
        order: ["first", "second", "third", "fourth"].map((words) => idOf(asked.items, words)),
      };
    case "matching":
      return {
        kind: "matching",
        matches: asked.lefts.map(({ id, text }) => ({
          left: id,
          right: idOf(asked.rights, text.replace("Left", "Right")),
        })),
      };
    case "cloze":
      return {
        kind: "cloze",
        blanks: asked.blanks.map(({ id, options }) => ({
          blank: id,
          value: options ? idOf(options, "yes") : "key gap",
        })),
      };
  }
}
