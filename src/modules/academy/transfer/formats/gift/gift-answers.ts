import { findSign, unescapeGift } from "#modules/academy/transfer/formats/gift/split-gift.ts";

/** One answer of a question: `=` is right, `~` is not, with a weight of 100 where one is given. */
export interface GiftAnswer {
  isRight: boolean;
  weight: number | undefined;
  text: string;
  feedback: string;
}

/** The answers and what is said after whatever was answered (`####`). */
export interface GiftAnswers {
  answers: GiftAnswer[];
  general: string;
}

function readAnswer(sign: string, written: string): GiftAnswer {
  const [mark = "", percent] = /^\s*%(-?\d+(?:\.\d+)?)%/.exec(written) ?? [];
  const rest = written.slice(mark.length);
  const hash = findSign(rest, "#");
  const weight = percent === undefined ? undefined : Number(percent);
  return {
    isRight: sign === "=" ? weight === undefined || weight > 0 : (weight ?? 0) > 0,
    weight,
    text: unescapeGift(hash < 0 ? rest : rest.slice(0, hash)),
    feedback: hash < 0 ? "" : unescapeGift(rest.slice(hash + 1)),
  };
}

/** Reads what stands between the braces of a question with `=` and `~`. */
export function readGiftAnswers(inside: string): GiftAnswers {
  const end = /(^|[^\\])####/.exec(inside);
  const cut = end ? end.index + (end[1]?.length ?? 0) : inside.length;
  const general = end ? unescapeGift(inside.slice(cut + 4)) : "";
  const body = inside.slice(0, cut);
  const answers: GiftAnswer[] = [];
  let at = findSign(body, "=~");
  while (at >= 0) {
    const next = findSign(body, "=~", at + 1);
    answers.push(readAnswer(body[at] ?? "", body.slice(at + 1, next < 0 ? body.length : next)));
    at = next;
  }
  return { answers, general };
}

/** `1822:2`, `1..5` or `7`: a value and how far from it is right. */
export function readGiftNumber(text: string): { value: number; tolerance: number } | undefined {
  const [, low, high] = /^\s*(-?\d+(?:\.\d+)?)\s*\.\.\s*(-?\d+(?:\.\d+)?)\s*$/.exec(text) ?? [];
  if (low !== undefined && high !== undefined) {
    const [from, to] = [Number(low), Number(high)];
    return { value: (from + to) / 2, tolerance: Math.abs(to - from) / 2 };
  }
  const [, value, tolerance] =
    /^\s*(-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)\s*(?::\s*(\d+(?:\.\d+)?(?:[eE][-+]?\d+)?))?\s*$/.exec(text) ?? [];
  return value === undefined ? undefined : { value: Number(value), tolerance: Number(tolerance ?? 0) };
}
