import { fromMarkdown } from "#kernel/rich-text/rich-text.ts";
import type { RichText } from "#kernel/browser/rich-text.ts";
import type { QuestionBody, QuestionDraft } from "#modules/academy/contract/question.ts";
import { namePartsOf } from "#modules/academy/transfer/draft/derived-id.ts";
import { questionFields } from "#modules/academy/transfer/markdown/folder-fields.ts";
import type { Reading } from "#modules/academy/transfer/markdown/folder-reading.ts";
import { readFields } from "#modules/academy/transfer/markdown/read-fields.ts";
import type { z } from "zod";

type Fields = { [K in keyof typeof questionFields]: z.output<(typeof questionFields)[K]> };
type ToText = (markdown: string) => RichText;

const lines = (texts: readonly string[], name: (text: string) => string) =>
  texts.map((text) => ({ id: name(text), text }));

function clozeBody({ key, text, blanks }: Fields["cloze"]): QuestionBody {
  return {
    kind: "cloze",
    text,
    blanks: blanks.map((blank, at) => {
      const id = String(at + 1);
      if ("accept" in blank) return { id, accept: blank.accept, caseSensitive: blank.case_sensitive };
      const options = lines(blank.options, namePartsOf(`${key} ${id}`));
      return { id, options, correct: options[blank.correct]?.id ?? "" };
    }),
  };
}

const optionsOf = (fields: Fields["single"] | Fields["multiple"], toText: ToText) => {
  const name = namePartsOf(fields.key);
  return fields.options.map(({ text, correct, feedback }) => ({
    id: name(text),
    text: toText(text),
    correct,
    feedback,
  }));
};

const bodies: { [K in keyof Fields]: (fields: Fields[K], toText: ToText) => QuestionBody } = {
  single: (fields, toText) => ({ kind: "single", options: optionsOf(fields, toText) }),
  multiple: (fields, toText) => ({ kind: "multiple", options: optionsOf(fields, toText) }),
  true_false: ({ answer }) => ({ kind: "true_false", answer }),
  numeric: ({ value, tolerance, unit }) => ({ kind: "numeric", value, tolerance, unit }),
  short_text: ({ accept, case_sensitive }) => ({
    kind: "short_text",
    accept,
    caseSensitive: case_sensitive,
  }),
  ordering: ({ key, items }) => ({ kind: "ordering", items: lines(items, namePartsOf(key)) }),
  matching: ({ key, pairs, distractors }) => {
    const name = namePartsOf(key);
    return {
      kind: "matching",
      pairs: pairs.map(({ left, right }) => ({ id: name(left), left, right })),
      distractors,
    };
  },
  cloze: clozeBody,
};

type ReadOne = (value: unknown, at: number) => QuestionDraft | undefined;

function openReader(place: string, reading: Reading): ReadOne {
  const toText: ToText = (markdown) => fromMarkdown(markdown, { imageFile: (src) => reading.media(src) });
  return (value, at) => {
    const given = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
    const item = `Question ${typeof given.key === "string" ? given.key : at + 1}`;
    const kind = String(given.kind);
    if (!Object.hasOwn(questionFields, kind)) {
      reading.losses.add(item, place, `There is no kind of question called "${kind}".`);
      return undefined;
    }
    const known = kind as keyof Fields;
    const fields = readFields(questionFields[known], value, { item, place }, reading.losses);
    if (!fields) return undefined;
    const body = (bodies[known] as (fields: unknown, toText: ToText) => QuestionBody)(fields, toText);
    return {
      slug: fields.key,
      prompt: toText(fields.prompt),
      body,
      explanation: fields.explanation === null ? null : toText(fields.explanation),
      points: fields.points,
      tags: fields.tags,
    };
  };
}

/** The questions of a file of the bank; what cannot be read is reported. */
export function readQuestions(value: unknown, place: string, reading: Reading): QuestionDraft[] {
  if (!Array.isArray(value)) {
    reading.losses.add(place, place, "It holds no list of questions.");
    return [];
  }
  const read = openReader(place, reading);
  return value.flatMap((one, at) => read(one, at) ?? []);
}
