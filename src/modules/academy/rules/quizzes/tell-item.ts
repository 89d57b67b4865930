import type { QuestionBody, QuestionKind } from "#modules/academy/contract/question.ts";
import { plainWords } from "#modules/academy/rules/quizzes/plain-words.ts";

/** Fewer answers than this say nothing: one student more would turn the number round. */
export const ENOUGH = 10;

/** What was counted of one version of a question. Correlations are null where one side never varies. */
export interface ItemNumbers {
  questionId: string;
  versionId: string;
  slug: string;
  version: number;
  kind: QuestionKind;
  words: string;
  body: QuestionBody;
  asked: number;
  skipped: number;
  difficulty: number;
  discrimination: number | null;
  index: number | null;
  timed: number;
  medianMs: number | null;
  best: number;
  weakest: number;
}

/** How often something was answered to one version. */
export interface ChoiceCount {
  versionId: string;
  value: string;
  chosen: number;
  best: number;
  weakest: number;
  isRight: boolean;
}

const known = (value: number): { value: number; reason: null } => ({ value, reason: null });
const unknown = (reason: string): { value: null; reason: string } => ({ value: null, reason });
const few = (count: number) => unknown(`${count} of at least ${ENOUGH} answers`);

const shareOf = (part: number, of: number) => (of > 0 ? part / of : null);

/** The options of a question as authors know them; of typed answers none. */
function optionsOf(body: QuestionBody): { value: string; label: string; isRight: boolean }[] {
  if (body.kind === "single" || body.kind === "multiple")
    return body.options.map(({ id, text, correct }) => ({
      value: id,
      label: plainWords(text),
      isRight: correct,
    }));
  if (body.kind === "true_false")
    return [true, false].map((value) => ({
      value: String(value),
      label: value ? "True" : "False",
      isRight: value === body.answer,
    }));
  return [];
}

function choicesOf(item: ItemNumbers, counts: readonly ChoiceCount[]) {
  const options = optionsOf(item.body);
  const listed =
    options.length > 0
      ? options
      : counts.slice(0, 5).map(({ value, isRight }) => ({ value, label: value, isRight }));
  const isEnough = item.asked >= ENOUGH;
  return listed.map(({ value, label, isRight }) => {
    const count = counts.find((one) => one.value === value);
    return {
      label,
      isRight,
      chosen: count?.chosen ?? 0,
      bestShare: isEnough ? shareOf(count?.best ?? 0, item.best) : null,
      weakestShare: isEnough ? shareOf(count?.weakest ?? 0, item.weakest) : null,
    };
  });
}

/** The figures of one version of a question, each with a reason where there is none. */
export function tellItem(item: ItemNumbers, counts: readonly ChoiceCount[]) {
  const isEnough = item.asked >= ENOUGH;
  const { questionId, versionId, slug, version, kind, words, asked, skipped } = item;
  return {
    questionId,
    versionId,
    slug,
    version,
    kind,
    words,
    asked,
    skipped,
    difficulty: isEnough ? known(item.difficulty) : few(asked),
    discrimination: !isEnough
      ? few(asked)
      : item.discrimination === null
        ? unknown("All answers earned the same, here or in the rest of the quiz")
        : known(item.discrimination),
    index: !isEnough || item.index === null ? few(asked) : known(item.index),
    medianMs:
      item.timed >= ENOUGH && item.medianMs !== null
        ? known(item.medianMs)
        : unknown(`The time is known of ${item.timed} of at least ${ENOUGH} answers`),
    choices: choicesOf(item, counts),
  };
}
