import type { RichText } from "#kernel/browser/rich-text.ts";
import { fromHtml, fromMarkdown } from "#kernel/rich-text/rich-text.ts";
import type { QuestionBody, QuestionDraft } from "#modules/academy/contract/question.ts";
import type { CourseDraft } from "#modules/academy/contract/transfer.ts";
import { bankCourse, plainText } from "#modules/academy/transfer/draft/bank-course.ts";
import type { CourseSource } from "#modules/academy/transfer/draft/course-source.ts";
import { namePartsOf } from "#modules/academy/transfer/draft/derived-id.ts";
import type { Losses } from "#modules/academy/transfer/draft/losses.ts";
import { openSlugs } from "#modules/academy/transfer/draft/make-slug.ts";
import { titleOfFile } from "#modules/academy/transfer/draft/single-lesson.ts";
import {
  type GiftAnswer,
  readGiftAnswers,
  readGiftNumber,
} from "#modules/academy/transfer/formats/gift/gift-answers.ts";
import {
  type GiftQuestion,
  splitGift,
  unescapeGift,
} from "#modules/academy/transfer/formats/gift/split-gift.ts";

type Lose = (why: string) => undefined;

interface Read {
  body: QuestionBody;
  explanation: string;
}

/** Text by the format the question names; Moodle's own is HTML. */
function toText(text: string, format: GiftQuestion["format"]): RichText {
  if (format === "plain") return plainText(text);
  return format === "markdown" || !/<[a-z]/i.test(text) ? fromMarkdown(text) : fromHtml(text);
}

function trueFalse(inside: string): Read | undefined {
  const [, answer, rest = ""] = /^\s*(TRUE|FALSE|T|F)\s*((?:#[\s\S]*)?)$/i.exec(inside) ?? [];
  if (!answer) return undefined;
  const said = rest
    .split(/(?<!\\)#/)
    .map(unescapeGift)
    .filter((text) => text !== "");
  return { body: { kind: "true_false", answer: /^t/i.test(answer) }, explanation: said.join("\n\n") };
}

function numeric(inside: string, lose: Lose): Read | undefined {
  const { answers, general } = readGiftAnswers(inside);
  const only = answers[0] ?? {
    text: unescapeGift(inside.split("####")[0]?.split(/(?<!\\)#/)[0] ?? ""),
    feedback: "",
  };
  const number = readGiftNumber(only.text);
  if (!number) return lose("It names no number as right.");
  for (const other of answers.slice(1))
    lose(`Only the first number counts as right; "${other.text}" was left out.`);
  return {
    body: { kind: "numeric", ...number, unit: "" },
    explanation: [only.feedback, general].filter(Boolean).join("\n\n"),
  };
}

function matching(answers: readonly GiftAnswer[]): QuestionBody | undefined {
  const sides = answers.map(({ text }) => text.split("->").map((side) => side.trim()));
  if (answers.length < 2 || sides.some((side) => side.length !== 2)) return undefined;
  const name = namePartsOf("matching");
  const pairs = sides
    .filter(([left]) => left !== "")
    .map(([left = "", right = ""]) => ({ id: name(left), left, right }));
  return {
    kind: "matching",
    pairs,
    distractors: sides.filter(([left]) => left === "").map(([, right = ""]) => right),
  };
}

function choice(answers: readonly GiftAnswer[], format: GiftQuestion["format"], lose: Lose): QuestionBody {
  const name = namePartsOf("choice");
  const right = answers.filter(({ isRight }) => isRight);
  const best = Math.max(...answers.map(({ isRight, weight }) => (isRight ? (weight ?? 100) : 0)));
  const isSingle = answers.some((one) => one.isRight && (one.weight ?? 100) === 100) || right.length === 1;
  if (answers.some(({ weight }) => weight !== undefined && weight !== 0 && weight !== 100))
    lose(
      isSingle
        ? "Answers that earned a part of the points earn none."
        : "All right answers count alike; what wrong ones cost is set by the quiz.",
    );
  const options = answers.map((one) => ({
    id: name(one.text),
    text: toText(one.text, format),
    correct: isSingle ? one.isRight && (one.weight ?? 100) === best : one.isRight,
    feedback: one.feedback.slice(0, 2000),
  }));
  return { kind: isSingle ? "single" : "multiple", options };
}

function read(question: GiftQuestion, lose: Lose): Read | undefined {
  const inside = question.answer ?? "";
  if (question.answer === undefined) return lose("It is a text that asks nothing.");
  if (inside.trim() === "") return lose("It is an essay, which has no key. Use an assignment.");
  const isTrueFalse = trueFalse(inside);
  if (isTrueFalse) return isTrueFalse;
  if (inside.trimStart().startsWith("#")) return numeric(inside.trimStart().slice(1), lose);
  const { answers, general } = readGiftAnswers(inside);
  if (answers.length === 0) return lose("Nothing in its braces is an answer.");
  const pairs = matching(answers);
  if (pairs) return { body: pairs, explanation: general };
  if (answers.some(({ weight, isRight }) => !isRight || weight !== undefined) && /(^|[^\\])~/.test(inside))
    return { body: choice(answers, question.format, lose), explanation: general };
  for (const { feedback } of answers)
    if (feedback) lose("What is said to single answers of a short text was left out.");
  const accept = answers
    .filter(({ isRight, weight }) => isRight && (weight ?? 100) === 100)
    .map(({ text }) => text);
  for (const one of answers.filter(({ weight }) => (weight ?? 100) !== 100))
    lose(`"${one.text}" earned a part of the points; it earns none.`);
  return { body: { kind: "short_text", accept, caseSensitive: false }, explanation: general };
}

/** A missing word stands as a gap in the prompt. */
const promptOf = ({ before, after, answer }: GiftQuestion): string => {
  const [first, last] = [unescapeGift(before), unescapeGift(after)];
  return answer !== undefined && last !== "" ? `${first} _____ ${last}` : first;
};

/** The questions of a GIFT file; what it does not have a kind for is named. */
function readQuestions(
  text: string,
  place: string,
  given: { losses: Losses; slugOf: ReturnType<typeof openSlugs> },
): QuestionDraft[] {
  return splitGift(text).flatMap((question, at) => {
    const item = question.title || `Question ${at + 1}`;
    const lose: Lose = (why) => given.losses.add(item, `${place}, line ${question.line}`, why) as undefined;
    const found = read(question, lose);
    if (!found) return [];
    const tag = question.category
      .replace(/^\$[a-z]+\$\/?/, "")
      .replace(/^top\//, "")
      .slice(0, 60);
    return [
      {
        slug: given.slugOf(question.title, `question-${at + 1}`),
        prompt: toText(promptOf(question), question.format),
        body: found.body,
        explanation: found.explanation ? toText(found.explanation, question.format) : null,
        points: 1,
        tags: tag ? [tag] : [],
      },
    ];
  });
}

/** Questions of GIFT files, as a bank with one quiz of them all. */
export async function readGift(
  source: CourseSource,
  { fileName, losses }: { fileName: string; losses: Losses },
): Promise<CourseDraft> {
  const slugOf = openSlugs();
  const questions: QuestionDraft[] = [];
  for (const path of source.paths)
    questions.push(...readQuestions(await source.text(path), path, { losses, slugOf }));
  return bankCourse(titleOfFile(fileName), questions);
}
