/** What stands where a character cannot be shown. */
export const BOX = "\u25a1";

// Ends of lines stay. Marks that turn the reading direction around could swap the digits of an amount beside a name.
const UNSEEN = /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff]/gu;
// Characters of nobody's script: private, unassigned, half of a pair.
const NOBODYS = /[\p{Co}\p{Cn}\p{Cs}]/gu;

/** Text that every reader of the PDF sees alike. */
const cleanText = (text: string): string => text.replace(UNSEEN, "").replace(NOBODYS, BOX);

/** All text of a JSON value cleaned; the rest as it is. */
export function cleanData(value: unknown): unknown {
  if (typeof value === "string") return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanData);
  if (!value || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleanData(inner)]));
}
