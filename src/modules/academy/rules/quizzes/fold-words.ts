/** Marks that keyboards and word processors put in on their own. */
const TYPOGRAPHY: readonly [RegExp, string][] = [
  [/[\u2018\u2019\u02bc\u2032]/g, "'"],
  [/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, "-"],
  // Soft hyphen, zero-width space, byte order mark: nobody sees them.
  [/[\u00ad\u200b\ufeff]/g, ""],
];

/**
 * Case folding close to Unicode's full one: up and down again, so that ß equals ss and SS. Dotted and dotless i of Turkish
 * all become i, because a keyboard of another language has only one; final sigma becomes sigma.
 */
const foldCase = (text: string): string =>
  text.toUpperCase().toLowerCase().replaceAll("i\u0307", "i").replaceAll("ς", "σ").replaceAll("ß", "ss");

/**
 * Brings a typed answer into the shape in which answers are compared: compatible forms made equal (NFKC), outer space
 * gone, inner space single, typographic marks plain; letters folded unless `caseSensitive`. Accents stay: they are
 * letters of their own in many languages.
 */
export function foldWords(text: string, caseSensitive = false): string {
  let plain = text.normalize("NFKC");
  for (const [mark, by] of TYPOGRAPHY) plain = plain.replace(mark, by);
  plain = plain.replace(/\s+/gu, " ").trim();
  return (caseSensitive ? plain : foldCase(plain)).normalize("NFKC");
}

/** Whether a typed answer is one of those accepted. Nothing anybody typed is ever used as a pattern. */
export const isAccepted = (
  given: string,
  { accept, caseSensitive }: { accept: readonly string[]; caseSensitive: boolean },
): boolean => {
  const folded = foldWords(given, caseSensitive);
  return folded !== "" && accept.some((words) => foldWords(words, caseSensitive) === folded);
};
