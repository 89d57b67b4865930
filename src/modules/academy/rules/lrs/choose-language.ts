import type { JsonObject } from "#modules/academy/rules/lrs/json-values.ts";

/** Languages of an `Accept-Language` header, the most wanted first; those with q=0 are left out. */
export function acceptedLanguages(header: string | null): string[] {
  return (header ?? "")
    .split(",")
    .map((range, place) => {
      const [tag = "", ...rest] = range.trim().split(/\s*;\s*/);
      const weight = rest.find((part) => part.startsWith("q="))?.slice(2);
      return { tag: tag.toLowerCase(), q: weight === undefined ? 1 : Number(weight) || 0, place };
    })
    .filter(({ tag, q }) => tag !== "" && q > 0)
    .toSorted((a, b) => b.q - a.q || a.place - b.place)
    .map(({ tag }) => tag);
}

/** The entry of a language map that serves best (RFC 4647 lookup): the very tag, one it is part of, one that is part of it. */
export function chooseLanguage(map: JsonObject, accepted: readonly string[]): JsonObject {
  const tags = Object.keys(map);
  for (const wanted of accepted) {
    if (wanted === "*") break;
    for (let range = wanted; range !== ""; range = range.slice(0, Math.max(0, range.lastIndexOf("-")))) {
      const found =
        tags.find((tag) => tag.toLowerCase() === range) ??
        tags.find((tag) => tag.toLowerCase().startsWith(`${range}-`));
      if (found !== undefined) return { [found]: map[found] };
    }
  }
  const first = tags.find((tag) => /^und$/i.test(tag)) ?? tags[0];
  return first === undefined ? {} : { [first]: map[first] };
}
