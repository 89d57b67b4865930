import type { QuestionBody } from "#modules/academy/contract/question.ts";
import type { Answer, Solution } from "#modules/academy/contract/quiz-answer.ts";
import {
  answerLists,
  type Arrangement,
  pairRef,
  shownIdOf,
} from "#modules/academy/rules/quizzes/answer-lists.ts";

/** What would have been right, under the ids the student saw. */
export function tellSolution(body: QuestionBody, arrangement: Arrangement): Solution {
  const lists = answerLists(body);
  const shown = (list: number, ref: string): string =>
    shownIdOf(lists[list] ?? [], arrangement[list] ?? [], ref) ?? "?";
  switch (body.kind) {
    case "single":
      return { kind: "single", choice: shown(0, body.options.find(({ correct }) => correct)?.id ?? "") };
    case "multiple": {
      const right = body.options.filter(({ correct }) => correct);
      return { kind: "multiple", choices: right.map(({ id }) => shown(0, id)) };
    }
    case "true_false":
      return { kind: "true_false", value: body.answer };
    case "numeric":
      return { kind: "numeric", value: body.value, tolerance: body.tolerance, unit: body.unit };
    case "short_text":
      return { kind: "short_text", accept: body.accept };
    case "ordering":
      return { kind: "ordering", order: body.items.map(({ id }) => shown(0, id)) };
    case "matching":
      return {
        kind: "matching",
        matches: body.pairs.map(({ id }, at) => ({ left: String(at + 1), right: shown(0, pairRef(id)) })),
      };
    case "cloze":
      return {
        kind: "cloze",
        blanks: body.blanks.map((blank, at) =>
          "options" in blank
            ? { blank: String(at + 1), accept: [], choice: shown(at, blank.correct) }
            : { blank: String(at + 1), accept: blank.accept, choice: null },
        ),
      };
  }
}

/** What the author says to who chose an option, by the ids the student saw; only of the options chosen. */
export function tellRemarks(
  body: QuestionBody,
  arrangement: Arrangement,
  kept: Answer | null,
): { id: string; text: string }[] {
  if (kept === null || (body.kind !== "single" && body.kind !== "multiple")) return [];
  const chosen = kept.kind === "single" ? [kept.choice] : kept.kind === "multiple" ? kept.choices : [];
  const list = answerLists(body)[0] ?? [];
  return body.options
    .filter(({ id, feedback }) => chosen.includes(id) && feedback !== "")
    .map(({ id, feedback }) => ({ id: shownIdOf(list, arrangement[0] ?? [], id) ?? "?", text: feedback }));
}
