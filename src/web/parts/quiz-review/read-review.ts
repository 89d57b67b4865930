import type { RichText } from "#kernel/browser/rich-text.ts";
import type { Answer, Asked, Solution } from "#modules/academy/contract/quiz-answer.ts";

/** An answer with what is right; null where that is not told. */
export interface ReviewedAnswer {
  asked: Asked;
  answer: Answer | null;
  solution: Solution | null;
}

/** A line of a reviewed answer. `isRight` null: neither, such as an option nobody had to choose. */
export interface ReviewLine {
  rich?: RichText;
  text?: string;
  isRight: boolean | null;
  notes: string[];
}

/** `whose`: what the answer given is called. */
type Reviewing = ReviewedAnswer & { whose: string };
type Lines = readonly { id: string; text: string }[];

const textOf = (lines: Lines, id: string | null | undefined): string =>
  lines.find((line) => line.id === id)?.text ?? "Nothing chosen";

/** Notes of a chosen or right option; words, since colour and picture alone tell nobody. */
const marks = (whose: string, isChosen: boolean, isRight: boolean | null): string[] =>
  [isChosen ? whose : "", isRight ? "Right answer" : ""].filter(Boolean);

function choiceLines(
  asked: Extract<Asked, { kind: "single" | "multiple" }>,
  { answer, solution, whose }: Reviewing,
) {
  const chosen =
    answer?.kind === "single" ? [answer.choice] : answer?.kind === "multiple" ? answer.choices : [];
  const right =
    solution?.kind === "single" ? [solution.choice] : solution?.kind === "multiple" ? solution.choices : null;
  return asked.options.map(({ id, text }): ReviewLine => {
    const isChosen = chosen.includes(id);
    const isRight = right === null ? null : right.includes(id);
    return {
      rich: text,
      isRight: isChosen || isRight ? isRight : null,
      notes: marks(whose, isChosen, isRight),
    };
  });
}

function truthLines({ answer, solution, whose }: Reviewing): ReviewLine[] {
  const given = answer?.kind === "true_false" ? answer.value : null;
  const right = solution?.kind === "true_false" ? solution.value : null;
  return [true, false].map((value) => {
    const isRight = right === null ? null : right === value;
    return {
      text: value ? "True" : "False",
      isRight: given === value || isRight ? isRight : null,
      notes: marks(whose, given === value, isRight),
    };
  });
}

function typedLines({ answer, solution, whose }: Reviewing): ReviewLine[] {
  const given = answer?.kind === "numeric" || answer?.kind === "short_text" ? answer.text : "";
  const right =
    solution?.kind === "numeric"
      ? `${solution.value}${solution.tolerance > 0 ? ` ± ${solution.tolerance}` : ""} ${solution.unit}`.trim()
      : solution?.kind === "short_text"
        ? solution.accept.join(" or ")
        : null;
  const lines: ReviewLine[] = [{ text: given || "Nothing entered", isRight: null, notes: [whose] }];
  if (right !== null) lines.push({ text: right, isRight: true, notes: ["Right answer"] });
  return lines;
}

function orderLines(items: Lines, { answer, solution }: ReviewedAnswer): ReviewLine[] {
  const given = answer?.kind === "ordering" ? answer.order : items.map(({ id }) => id);
  const right = solution?.kind === "ordering" ? solution.order : null;
  return given.map((id, at) => {
    const place = right ? right.indexOf(id) + 1 : null;
    const isRight = place === null || !answer ? null : place === at + 1;
    return {
      text: textOf(items, id),
      isRight,
      notes: place === null || isRight ? [] : [`Right place: ${place}`],
    };
  });
}

function matchLines(
  asked: Extract<Asked, { kind: "matching" }>,
  { answer, solution, whose }: Reviewing,
): ReviewLine[] {
  const given = new Map(
    answer?.kind === "matching" ? answer.matches.map(({ left, right }) => [left, right]) : [],
  );
  const right = new Map(
    solution?.kind === "matching" ? solution.matches.map((match) => [match.left, match.right]) : [],
  );
  return asked.lefts.map(({ id, text }) => {
    const mine = textOf(asked.rights, given.get(id));
    const key = right.has(id) ? textOf(asked.rights, right.get(id)) : null;
    const isRight = key === null ? null : mine === key;
    return {
      text,
      isRight,
      notes: [`${whose}: ${mine}`, ...(key !== null && !isRight ? [`Right answer: ${key}`] : [])],
    };
  });
}

function clozeLines(
  asked: Extract<Asked, { kind: "cloze" }>,
  { answer, solution }: ReviewedAnswer,
): ReviewLine[] {
  const given = new Map(
    answer?.kind === "cloze" ? answer.blanks.map(({ blank, value }) => [blank, value]) : [],
  );
  const order = asked.parts.flatMap(({ blank }) => blank ?? []);
  return order.map((id, at): ReviewLine => {
    const options = asked.blanks.find((blank) => blank.id === id)?.options ?? null;
    const value = given.get(id) ?? "";
    const mine = options ? textOf(options, value) : value || "Nothing entered";
    const key = solution?.kind === "cloze" ? solution.blanks.find(({ blank }) => blank === id) : undefined;
    const right = key ? (options ? textOf(options, key.choice) : key.accept.join(" or ")) : null;
    // Of a typed gap the page cannot tell what the marking took for equal.
    const isRight = right === null || !options ? null : mine === right;
    return {
      text: `Gap ${at + 1}: ${mine}`,
      isRight,
      notes: right === null || isRight ? [] : [`Right answer: ${right}`],
    };
  });
}

/** The lines that show an answer beside what is right; `whose` is what the one given is called. */
export function readReview(given: ReviewedAnswer, whose: string): ReviewLine[] {
  const { asked } = given;
  const reviewed = { ...given, whose };
  switch (asked.kind) {
    case "single":
    case "multiple":
      return choiceLines(asked, reviewed);
    case "true_false":
      return truthLines(reviewed);
    case "ordering":
      return orderLines(asked.items, reviewed);
    case "matching":
      return matchLines(asked, reviewed);
    case "cloze":
      return clozeLines(asked, reviewed);
    default:
      return typedLines(reviewed);
  }
}
