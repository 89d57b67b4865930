import * as fc from "fast-check";
import type { QuestionBody } from "#modules/academy/contract/question.ts";
import type { Answer } from "#modules/academy/contract/quiz-answer.ts";
import { answerLists, pairRef } from "#modules/academy/rules/quizzes/answer-lists.ts";
import { paragraph } from "#test/factories/course.ts";

const words = fc
  .string({ minLength: 1, maxLength: 12, unit: "grapheme" })
  .filter((text) => /\p{L}/u.test(text));
const ids = (min: number, max: number) =>
  fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,6}$/), { minLength: min, maxLength: max });

const options = (isSingle: boolean) =>
  ids(2, 6).chain((names) =>
    fc
      .array(fc.boolean(), { minLength: names.length, maxLength: names.length })
      .map((right) => (right.includes(true) ? right : [true, ...right.slice(1)]))
      .map((right) =>
        names.map((id, at) => ({
          id,
          text: paragraph(`Option ${id}`),
          correct: isSingle ? at === right.indexOf(true) : right[at] === true,
          feedback: "",
        })),
      ),
  );

const blank = (id: string) =>
  fc.oneof(
    fc.record({
      id: fc.constant(id),
      accept: fc.array(words, { minLength: 1, maxLength: 3 }),
      caseSensitive: fc.boolean(),
    }),
    ids(2, 4).chain((names) =>
      fc.nat(names.length - 1).map((right) => ({
        id,
        options: names.map((name) => ({ id: name, text: name })),
        correct: names[right] ?? "",
      })),
    ),
  );

/** Any sound question of any kind. */
export const anyBody: fc.Arbitrary<QuestionBody> = fc.oneof(
  options(true).map((list): QuestionBody => ({ kind: "single", options: list })),
  options(false).map((list): QuestionBody => ({ kind: "multiple", options: list })),
  fc.boolean().map((answer): QuestionBody => ({ kind: "true_false", answer })),
  fc
    .record({
      value: fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
      tolerance: fc.double({ noNaN: true, min: 0, max: 10 }),
    })
    .map((given): QuestionBody => ({ kind: "numeric", unit: "kg", ...given })),
  fc
    .record({ accept: fc.array(words, { minLength: 1, maxLength: 4 }), caseSensitive: fc.boolean() })
    .map((given): QuestionBody => ({ kind: "short_text", ...given })),
  ids(2, 8).map(
    (names): QuestionBody => ({ kind: "ordering", items: names.map((id) => ({ id, text: id })) }),
  ),
  ids(2, 6).map(
    (names): QuestionBody => ({
      kind: "matching",
      pairs: names.map((id) => ({ id, left: `left ${id}`, right: `right ${id}` })),
      distractors: ["nothing"],
    }),
  ),
  ids(1, 5)
    .chain((names) => fc.tuple(...names.map(blank)))
    .map(
      (blanks): QuestionBody => ({
        kind: "cloze",
        text: blanks.map(({ id }) => `Text {{${id}}}`).join(" "),
        blanks,
      }),
    ),
);

/** The answer, by the author's names, that earns everything. */
export function fullAnswer(body: QuestionBody): Answer {
  switch (body.kind) {
    case "single":
      return { kind: "single", choice: body.options.find(({ correct }) => correct)?.id ?? null };
    case "multiple":
      return { kind: "multiple", choices: body.options.filter(({ correct }) => correct).map(({ id }) => id) };
    case "true_false":
      return { kind: "true_false", value: body.answer };
    case "numeric":
      return { kind: "numeric", text: String(body.value) };
    case "short_text":
      return { kind: "short_text", text: body.accept[0] ?? "" };
    case "ordering":
      return { kind: "ordering", order: body.items.map(({ id }) => id) };
    case "matching":
      return { kind: "matching", matches: body.pairs.map(({ id }) => ({ left: id, right: pairRef(id) })) };
    case "cloze":
      return {
        kind: "cloze",
        blanks: body.blanks.map((gap) => ({
          blank: gap.id,
          value: "options" in gap ? gap.correct : (gap.accept[0] ?? ""),
        })),
      };
  }
}

/** Any answer, by the author's names, that a student could have given to a question. */
export function anyAnswerTo(body: QuestionBody): fc.Arbitrary<Answer> {
  const lists = answerLists(body);
  const list = lists[0] ?? [];
  switch (body.kind) {
    case "single":
      return fc.constantFrom(...list).map((choice) => ({ kind: "single", choice }));
    case "multiple":
      return fc.subarray(list, { minLength: 1 }).map((choices) => ({ kind: "multiple", choices }));
    case "true_false":
      return fc.boolean().map((value) => ({ kind: "true_false", value }));
    case "numeric":
      return fc
        .double({ noNaN: true, min: -1e6, max: 1e6 })
        .map((value) => ({ kind: "numeric", text: String(value) }));
    case "short_text":
      return words.map((text) => ({ kind: "short_text", text }));
    case "ordering":
      return fc
        .shuffledSubarray(list, { minLength: list.length })
        .map((order) => ({ kind: "ordering", order }));
    case "matching":
      return fc.tuple(...body.pairs.map(() => fc.constantFrom(...list))).map((rights) => ({
        kind: "matching",
        matches: body.pairs.map(({ id }, at) => ({ left: id, right: rights[at] ?? null })),
      }));
    case "cloze":
      return fc
        .tuple(...body.blanks.map((_, at) => (lists[at]?.length ? fc.constantFrom(...lists[at]) : words)))
        .map((values) => ({
          kind: "cloze",
          blanks: body.blanks.map(({ id }, at) => ({ blank: id, value: values[at] ?? "" })),
        }));
  }
}

/** The orders in which a question's lists may be shown. */
export const anyArrangement = (body: QuestionBody): fc.Arbitrary<number[][]> =>
  fc.tuple(
    ...answerLists(body).map((list) => {
      const places = list.map((_, at) => at);
      return fc.shuffledSubarray(places, { minLength: places.length });
    }),
  );
