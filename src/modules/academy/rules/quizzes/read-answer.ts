import type { QuestionBody } from "#modules/academy/contract/question.ts";
import type { Answer } from "#modules/academy/contract/quiz-answer.ts";
import {
  answerLists,
  type Arrangement,
  refOf,
  shownIdOf,
} from "#modules/academy/rules/quizzes/answer-lists.ts";

/** Thrown where an answer names what was not shown, or is of another kind of question. */
export class AnswerUnfit extends Error {}

/** How names are turned: `list` for an entry of the list of a place, `left` for a gap or left side, with its place. */
interface Names {
  left: (id: string) => { id: string; place: number };
  list: (place: number, id: string) => string;
}

/** The author's names of gaps or left sides, in the author's order; students see their places. */
function leftsOf(body: QuestionBody): string[] {
  if (body.kind === "matching") return body.pairs.map(({ id }) => id);
  return body.kind === "cloze" ? body.blanks.map(({ id }) => id) : [];
}

const known = (ref: string | undefined): string => {
  if (ref === undefined) throw new AnswerUnfit();
  return ref;
};

const once = (ids: readonly string[]): string[] => {
  if (new Set(ids).size !== ids.length) throw new AnswerUnfit();
  return [...ids];
};

function renameCloze(
  body: QuestionBody,
  answer: Extract<Answer, { kind: "cloze" }>,
  { left, list }: Names,
): Answer {
  once(answer.blanks.map(({ blank }) => blank));
  const isList = body.kind === "cloze" ? body.blanks.map((blank) => "options" in blank) : [];
  const blanks = answer.blanks.map(({ blank, value }) => {
    const { id, place } = left(blank);
    return { blank: id, value: value !== "" && isList[place] ? list(place, value) : value };
  });
  return { ...answer, blanks };
}

/** Renames all that an answer names. */
function rename(body: QuestionBody, answer: Answer, names: Names): Answer {
  const { left, list } = names;
  switch (answer.kind) {
    case "single":
      return { ...answer, choice: answer.choice === null ? null : list(0, answer.choice) };
    case "multiple":
      return { ...answer, choices: once(answer.choices).map((id) => list(0, id)) };
    case "ordering":
      return { ...answer, order: once(answer.order).map((id) => list(0, id)) };
    case "matching": {
      once(answer.matches.map((match) => match.left));
      const matches = answer.matches.map((match) => ({
        left: left(match.left).id,
        right: match.right === null ? null : list(0, match.right),
      }));
      return { ...answer, matches };
    }
    case "cloze":
      return renameCloze(body, answer, names);
    default:
      return answer;
  }
}

/** True where nothing was answered, so that an answer taken back counts as none. */
function isEmpty(answer: Answer): boolean {
  switch (answer.kind) {
    case "single":
      return answer.choice === null;
    case "multiple":
      return answer.choices.length === 0;
    case "true_false":
      return answer.value === null;
    case "ordering":
      return answer.order.length === 0;
    case "matching":
      return answer.matches.every(({ right }) => right === null);
    case "cloze":
      return answer.blanks.every(({ value }) => value.trim() === "");
    default:
      return answer.text.trim() === "";
  }
}

/**
 * Turns what a student sent into what is kept: entries by the author's names. Null: nothing answered. Throws AnswerUnfit
 * for ids that were not shown, named twice, an incomplete order, or an answer to another kind of question.
 */
export function readAnswer(body: QuestionBody, arrangement: Arrangement, answer: Answer): Answer | null {
  if (answer.kind !== body.kind) throw new AnswerUnfit();
  const lists = answerLists(body);
  const lefts = leftsOf(body);
  const read = rename(body, answer, {
    left: (id) => ({ id: known(lefts[Number(id) - 1]), place: Number(id) - 1 }),
    list: (place, id) => known(refOf(lists[place] ?? [], arrangement[place] ?? [], id)),
  });
  if (isEmpty(read)) return null;
  if (read.kind === "ordering" && read.order.length !== (lists[0]?.length ?? 0)) throw new AnswerUnfit();
  return read;
}

/** The way back: a kept answer under the ids the student saw. */
export function showAnswer(body: QuestionBody, arrangement: Arrangement, kept: Answer): Answer {
  const lists = answerLists(body);
  const lefts = leftsOf(body);
  return rename(body, kept, {
    left: (ref) => ({ id: String(lefts.indexOf(ref) + 1), place: lefts.indexOf(ref) }),
    list: (place, ref) => known(shownIdOf(lists[place] ?? [], arrangement[place] ?? [], ref)),
  });
}
