const WORDS: readonly [RegExp, number][] = [
  [/^very low|^muy baj[oa]/i, 1],
  [/^very high|^critical|^muy alt[oa]|^cr[ií]tic[oa]/i, 5],
  [/^low|^baj[oa]/i, 2],
  [/^(medium|moderate)|^medi[oa]|^moderad[oa]/i, 3],
  [/^high|^alt[oa]/i, 4],
];

/** A rating as plans write it: 1 to 5, "3/5", or low, medium, high in English or Spanish; null when it is none. */
export function readRating(text: string | null | undefined): number | null {
  const given = text?.trim() ?? "";
  const number = /^([1-5])(\s*\/\s*5)?$/.exec(given)?.[1];
  if (number) return Number(number);
  return WORDS.find(([words]) => words.test(given))?.[1] ?? null;
}
