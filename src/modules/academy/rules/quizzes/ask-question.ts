import type { QuestionBody } from "#modules/academy/contract/question.ts";
import type { Asked } from "#modules/academy/contract/quiz-answer.ts";
import {
  answerLists,
  type Arrangement,
  pairRef,
  shownList,
} from "#modules/academy/rules/quizzes/answer-lists.ts";

type Body<K extends QuestionBody["kind"]> = Extract<QuestionBody, { kind: K }>;

const GAP = /\{\{\s*([^{}]+?)\s*\}\}/g;

/** The ids of the gaps of a cloze text, in the order they stand. */
export const gapsOf = (text: string): string[] => [...text.matchAll(GAP)].map((match) => match[1] ?? "");

const unlisted = <T>(value: T | undefined, orElse: T): T => value ?? orElse;

/** The shown entries of one list, each with what it says. */
const linesOf = (list: readonly string[], order: readonly number[], textOf: (ref: string) => string) =>
  shownList(list, order).map(({ id, ref }) => ({ id, text: textOf(ref) }));

function askMatching(body: Body<"matching">, arrangement: Arrangement): Asked {
  const texts = new Map([
    ...body.pairs.map(({ id, right }) => [pairRef(id), right] as const),
    ...body.distractors.map((text, at) => [`extra:${at}`, text] as const),
  ]);
  return {
    kind: "matching",
    lefts: body.pairs.map(({ left }, at) => ({ id: String(at + 1), text: left })),
    rights: linesOf(answerLists(body)[0] ?? [], arrangement[0] ?? [], (ref) => texts.get(ref) ?? ""),
  };
}

function askCloze(body: Body<"cloze">, arrangement: Arrangement): Asked {
  const places = new Map(body.blanks.map(({ id }, at) => [id, String(at + 1)]));
  const pieces = body.text.split(GAP);
  // Text and gap take turns: split keeps what the pattern caught.
  const parts = pieces.flatMap((piece, at) =>
    at % 2 === 0
      ? [{ text: piece, blank: unlisted(places.get(pieces[at + 1] ?? ""), null as string | null) }]
      : [],
  );
  return {
    kind: "cloze",
    parts,
    blanks: body.blanks.map((blank, at) => {
      const id = String(at + 1);
      if (!("options" in blank)) return { id, options: null };
      const texts = new Map(blank.options.map((option) => [option.id, option.text]));
      const list = answerLists(body)[at] ?? [];
      return { id, options: linesOf(list, arrangement[at] ?? [], (ref) => texts.get(ref) ?? "") };
    }),
  };
}

/** What a student is shown of a question: all but its key, under ids that name places in the order shown. */
export function askQuestion(body: QuestionBody, arrangement: Arrangement): Asked {
  switch (body.kind) {
    case "single":
    case "multiple": {
      const texts = new Map(body.options.map(({ id, text }) => [id, text]));
      const options = shownList(answerLists(body)[0] ?? [], arrangement[0] ?? []).flatMap(({ id, ref }) => {
        const text = texts.get(ref);
        return text ? [{ id, text }] : [];
      });
      return { kind: body.kind, options };
    }
    case "numeric":
      return { kind: "numeric", unit: body.unit };
    case "ordering": {
      const texts = new Map(body.items.map(({ id, text }) => [id, text]));
      const list = answerLists(body)[0] ?? [];
      return { kind: "ordering", items: linesOf(list, arrangement[0] ?? [], (ref) => texts.get(ref) ?? "") };
    }
    case "matching":
      return askMatching(body, arrangement);
    case "cloze":
      return askCloze(body, arrangement);
    default:
      return { kind: body.kind };
  }
}
