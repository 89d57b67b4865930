import type { QuestionBody } from "#modules/academy/contract/question.ts";

/** The order in which each shuffled list of a question is shown, as places in the author's list. */
export type Arrangement = readonly (readonly number[])[];

/** How a right side of a matching question is named: the pair it belongs to, or a distractor by its place. */
export const pairRef = (id: string): string => `pair:${id}`;
const extraRef = (at: number): string => `extra:${at}`;

/**
 * The lists of a question that are shown in another order than the author's, each as names of its entries in the author's
 * order. A gap to type into has an empty list, so that lists and gaps stay side by side.
 */
export function answerLists(body: QuestionBody): string[][] {
  switch (body.kind) {
    case "single":
    case "multiple":
      return [body.options.map(({ id }) => id)];
    case "ordering":
      return [body.items.map(({ id }) => id)];
    case "matching":
      return [[...body.pairs.map(({ id }) => pairRef(id)), ...body.distractors.map((_, at) => extraRef(at))]];
    case "cloze":
      return body.blanks.map((blank) => ("options" in blank ? blank.options.map(({ id }) => id) : []));
    default:
      return [];
  }
}

/** Turns an id that a student saw into the author's name; undefined for one that was not shown. */
export function refOf(
  list: readonly string[],
  order: readonly number[],
  shownId: string,
): string | undefined {
  return list[order[Number(shownId) - 1] ?? -1];
}

/** The author's names in the order shown, each with the id the student sees. */
export const shownList = (list: readonly string[], order: readonly number[]): { id: string; ref: string }[] =>
  order.flatMap((place, at) => {
    const ref = list[place];
    return ref === undefined ? [] : [{ id: String(at + 1), ref }];
  });

/** The id under which a student saw what the author calls so; undefined when it was not shown. */
export const shownIdOf = (
  list: readonly string[],
  order: readonly number[],
  ref: string,
): string | undefined => shownList(list, order).find((shown) => shown.ref === ref)?.id;
