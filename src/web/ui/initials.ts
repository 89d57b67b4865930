/** First letters of the first and the last word of a name, whole characters of any script, upper case. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  const letters = chosen.map((word) => [...(word ?? "")][0] ?? "").join("");
  return letters.toLocaleUpperCase() || "?";
}
