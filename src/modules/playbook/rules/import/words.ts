// Read from the end back: looking for "marks, then the end" from every place takes time by the square of the length.
const UP_TO_THE_LAST_SIGN = /^([\s\S]*[\p{L}\p{N})%])?[\s\S]*$/u;

/** Lower case, no accents, no marks at either end, single spaces: for comparing headings and labels. */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("&", " and ")
    .replaceAll(/\s+/g, " ")
    .replace(/^[^\p{L}\p{N}]+/u, "")
    .replace(UP_TO_THE_LAST_SIGN, "$1")
    .trim();
}

const TIME_UNIT = "days?|weeks?|months?|quarters?|years?|d[ií]as?|semanas?|mes(?:es)?|trimestres?|años?";
const ENUMERATION = new RegExp(
  `^(?:\\d{1,3}(?:\\.\\d{1,3}){0,4}[.):]?\\s+(?!(?:${TIME_UNIT})\\b)|[ivxIVX]{1,5}[.)]\\s+|[A-Z][.)]\\s+)(?=\\S)`,
  "u",
);

/** A heading without emoji, bullets, check marks and numbers such as "2.1" in front. */
export function bareHeading(text: string): string {
  const bare = text.replace(/^[^\p{L}\p{N}("¿¡]+/u, "").trim();
  const unnumbered = bare.replace(ENUMERATION, "").replace(/^[-–—:]\s+/u, "");
  return (unnumbered || bare || text.trim()).replace(/\s*:$/, "");
}

/** Cuts at commas (at semicolons where there are any), never inside brackets, quotes or numbers. */
export function splitInlineList(text: string): string[] {
  const separator = topLevel(text, ";").length > 1 ? ";" : ",";
  return topLevel(text, separator)
    .map((part) => part.trim().replace(/^(?:and|y|e|or|o)\s+/i, ""))
    .map((part, index, all) => (index === all.length - 1 ? part.replace(/\.$/, "") : part))
    .filter((part) => part !== "");
}

function topLevel(text: string, separator: "," | ";"): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? "";
    if (character === '"') quoted = !quoted;
    if ("([{“«".includes(character)) depth += 1;
    if (")]}”»".includes(character)) depth = Math.max(0, depth - 1);
    if (character !== separator || depth > 0 || quoted) continue;
    if (/\d/.test(text[index - 1] ?? "") && /\d/.test(text[index + 1] ?? "")) continue;
    parts.push(text.slice(start, index));
    start = index + 1;
  }
  return [...parts, text.slice(start)];
}
