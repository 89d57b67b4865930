import { toMarkdown } from "#kernel/rich-text/rich-text.ts";
import type { RichText } from "#kernel/browser/rich-text.ts";
import type { QuestionBody, QuestionDraft } from "#modules/academy/contract/question.ts";
import type { Names } from "#modules/academy/transfer/markdown/name-parts.ts";

type ToMarkdown = (text: RichText) => string;

function clozeOut({ text, blanks }: Extract<QuestionBody, { kind: "cloze" }>) {
  // Gaps are called by their number in the file.
  const numberOf = new Map(blanks.map(({ id }, at) => [id, String(at + 1)]));
  return {
    text: text.replace(/\{\{([^{}]+)\}\}/g, (gap, id: string) =>
      numberOf.has(id) ? `{{${numberOf.get(id)}}}` : gap,
    ),
    blanks: blanks.map((blank) =>
      "accept" in blank
        ? { accept: blank.accept, case_sensitive: blank.caseSensitive }
        : {
            options: blank.options.map(({ text: words }) => words),
            correct: blank.options.findIndex(({ id }) => id === blank.correct),
          },
    ),
  };
}

function bodyOut(body: QuestionBody, toText: ToMarkdown): object {
  switch (body.kind) {
    case "single":
    case "multiple":
      return {
        options: body.options.map(({ text, correct, feedback }) => ({
          text: toText(text),
          ...(correct ? { correct } : {}),
          ...(feedback ? { feedback } : {}),
        })),
      };
    case "true_false":
      return { answer: body.answer };
    case "numeric":
      return { value: body.value, tolerance: body.tolerance, unit: body.unit };
    case "short_text":
      return { accept: body.accept, case_sensitive: body.caseSensitive };
    case "ordering":
      return { items: body.items.map(({ text }) => text) };
    case "matching":
      return { pairs: body.pairs.map(({ left, right }) => ({ left, right })), distractors: body.distractors };
    case "cloze":
      return clozeOut(body);
  }
}

/** A question as the bank of a course folder has it. */
export function questionOut(question: QuestionDraft, names: Names): object {
  const toText: ToMarkdown = (text) => toMarkdown(text, { imageHref: names.image }).replace(/\n$/, "");
  return {
    key: question.slug,
    kind: question.body.kind,
    ...(question.tags.length > 0 ? { tags: question.tags } : {}),
    points: question.points,
    prompt: toText(question.prompt),
    ...bodyOut(question.body, toText),
    ...(question.explanation ? { explanation: toText(question.explanation) } : {}),
  };
}
