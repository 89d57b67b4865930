import type { QuestionBody } from "#modules/academy/contract/question.ts";
import { gapsOf } from "#modules/academy/rules/quizzes/ask-question.ts";
import { foldWords } from "#modules/academy/rules/quizzes/fold-words.ts";

/** Something that keeps a question from being asked; `path` leads into its body. */
export interface Fault {
  path: string;
  message: string;
}

type Body<K extends QuestionBody["kind"]> = Extract<QuestionBody, { kind: K }>;

const repeated = (ids: readonly string[]): boolean => new Set(ids).size !== ids.length;

const sameIds = (path: string, ids: readonly string[]): Fault[] =>
  repeated(ids) ? [{ path, message: "Two entries have the same id. Give each its own." }] : [];

const emptyWords = (path: string, words: readonly string[]): Fault[] =>
  words.some((text) => foldWords(text) === "")
    ? [{ path, message: "An accepted answer has no visible characters." }]
    : [];

function choiceFaults({ kind, options }: Body<"single" | "multiple">): Fault[] {
  const right = options.filter(({ correct }) => correct).length;
  const faults = sameIds(
    "options",
    options.map(({ id }) => id),
  );
  if (right === 0) faults.push({ path: "options", message: "No option is marked as right. Mark one." });
  if (kind === "single" && right > 1)
    faults.push({
      path: "options",
      message: "More than one option is marked as right. Mark one, or let several be chosen.",
    });
  return faults;
}

function matchingFaults({ pairs, distractors }: Body<"matching">): Fault[] {
  const rights = new Set(pairs.map(({ right }) => foldWords(right)));
  const faults = sameIds(
    "pairs",
    pairs.map(({ id }) => id),
  );
  if (pairs.some(({ left, right }) => left.trim() === "" || right.trim() === ""))
    faults.push({ path: "pairs", message: "A pair needs both of its sides." });
  if (distractors.some((text) => rights.has(foldWords(text))))
    faults.push({
      path: "distractors",
      message: "A right side that belongs to nothing says the same as one that belongs.",
    });
  return faults;
}

function clozeFaults({ text, blanks }: Body<"cloze">): Fault[] {
  const gaps = gapsOf(text);
  const ids = blanks.map(({ id }) => id);
  const faults = sameIds("blanks", ids);
  if (repeated(gaps)) faults.push({ path: "text", message: "The same gap stands twice in the text." });
  for (const id of gaps.filter((gap) => !ids.includes(gap)))
    faults.push({ path: "text", message: `The gap {{${id}}} has no answer. Add one, or take the gap out.` });
  for (const [at, blank] of blanks.entries()) {
    if (!gaps.includes(blank.id))
      faults.push({
        path: `blanks.${at}`,
        message: `The text has no gap {{${blank.id}}}. Put it where it belongs.`,
      });
    if (!("options" in blank)) faults.push(...emptyWords(`blanks.${at}.accept`, blank.accept));
    else {
      faults.push(
        ...sameIds(
          `blanks.${at}.options`,
          blank.options.map(({ id }) => id),
        ),
      );
      if (!blank.options.some(({ id }) => id === blank.correct))
        faults.push({
          path: `blanks.${at}.correct`,
          message: "The right option of this gap is none of its options.",
        });
    }
  }
  return faults;
}

/** What keeps a question from being asked and marked; empty for one that is fine. */
export function questionFaults(body: QuestionBody): Fault[] {
  switch (body.kind) {
    case "single":
    case "multiple":
      return choiceFaults(body);
    case "short_text":
      return emptyWords("accept", body.accept);
    case "ordering":
      return sameIds(
        "items",
        body.items.map(({ id }) => id),
      );
    case "matching":
      return matchingFaults(body);
    case "cloze":
      return clozeFaults(body);
    case "numeric":
      return Number.isFinite(body.value) && Number.isFinite(body.tolerance)
        ? []
        : [{ path: "value", message: "The value is not a number that can be compared." }];
    default:
      return [];
  }
}
