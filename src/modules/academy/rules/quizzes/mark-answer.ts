import type { QuestionBody } from "#modules/academy/contract/question.ts";
import type { Answer } from "#modules/academy/contract/quiz-answer.ts";
import { pairRef } from "#modules/academy/rules/quizzes/answer-lists.ts";
import { isAccepted } from "#modules/academy/rules/quizzes/fold-words.ts";
import { readNumbers } from "#modules/academy/rules/quizzes/read-number.ts";

/** All of a question's points, in parts per million. */
export const FULL_PPM = 1_000_000;

type Body<K extends QuestionBody["kind"]> = Extract<QuestionBody, { kind: K }>;
type Given<K extends Answer["kind"]> = Extract<Answer, { kind: K }>;

const share = (part: number, of: number): number => (of === 0 ? 0 : Math.floor((part * FULL_PPM) / of));
const whole = (isRight: boolean): number => (isRight ? FULL_PPM : 0);

/** Right ones chosen less wrong ones chosen, of all right ones; never below nothing. Choosing all earns nothing extra. */
function markMultiple({ options }: Body<"multiple">, { choices }: Given<"multiple">): number {
  const chosen = options.filter(({ id }) => choices.includes(id));
  const right = chosen.filter(({ correct }) => correct).length;
  const wrong = chosen.length - right;
  return share(Math.max(0, right - wrong), options.filter(({ correct }) => correct).length);
}

/** Within the tolerance, in any way the text may be read; a billionth is left for binary fractions. */
function markNumeric({ value, tolerance, unit }: Body<"numeric">, { text }: Given<"numeric">): number {
  const slack = tolerance + 1e-9 * Math.max(1, Math.abs(value));
  return whole(readNumbers(text, unit).some((number) => Math.abs(number - value) <= slack));
}

/** The neighbours that stand as they should, of all neighbours: one item out of its place does not cost everything. */
function markOrdering({ items }: Body<"ordering">, { order }: Given<"ordering">): number {
  const next = new Map(items.slice(1).map(({ id }, at) => [items[at]?.id, id]));
  const right = order.slice(0, -1).filter((id, at) => next.get(id) === order[at + 1]).length;
  return share(right, items.length - 1);
}

/** Each pair for itself; where two right sides say the same, either is right. */
function markMatching({ pairs }: Body<"matching">, { matches }: Given<"matching">): number {
  const texts = new Map(pairs.map(({ id, right }) => [pairRef(id), right]));
  const chosen = new Map(
    matches.map(({ left, right }) => [left, right === null ? undefined : texts.get(right)]),
  );
  return share(pairs.filter(({ id, right }) => chosen.get(id) === right).length, pairs.length);
}

/** Each gap for itself. */
function markCloze({ blanks }: Body<"cloze">, given: Given<"cloze">): number {
  const values = new Map(given.blanks.map(({ blank, value }) => [blank, value]));
  const right = blanks.filter((blank) => {
    const value = values.get(blank.id) ?? "";
    return "options" in blank ? value === blank.correct : isAccepted(value, blank);
  });
  return share(right.length, blanks.length);
}

function markGiven(body: QuestionBody, given: Answer): number {
  if (body.kind === "single" && given.kind === "single")
    return whole(body.options.some(({ id, correct }) => correct && id === given.choice));
  if (body.kind === "multiple" && given.kind === "multiple") return markMultiple(body, given);
  if (body.kind === "true_false" && given.kind === "true_false") return whole(given.value === body.answer);
  if (body.kind === "numeric" && given.kind === "numeric") return markNumeric(body, given);
  if (body.kind === "short_text" && given.kind === "short_text") return whole(isAccepted(given.text, body));
  if (body.kind === "ordering" && given.kind === "ordering") return markOrdering(body, given);
  if (body.kind === "matching" && given.kind === "matching") return markMatching(body, given);
  if (body.kind === "cloze" && given.kind === "cloze") return markCloze(body, given);
  return 0;
}

/**
 * The share of a question's points that an answer earns, in parts per million. `given` names entries as the author does;
 * null earns nothing, as does an answer to another kind of question.
 */
export const markAnswer = (body: QuestionBody, given: Answer | null): number =>
  given === null ? 0 : markGiven(body, given);
