import type { FoundBinding } from "./types.ts";

const NAMED = 2;

/** "“Pricing” was unpublished; 4 of 5 remain", or null when nothing that was seen before is missing. */
export function describeLoss(
  { live, title, rows, seen, found, needed }: FoundBinding,
  how?: string,
): string | null {
  if (seen.length === 0) return null;
  if (!live) return `${title} cannot be shown here any more`;
  // A list that was cut short cannot tell what left it from what was pushed out of it.
  if (rows.length < found) return `${title}: ${found} of ${needed} remain`;
  const here = new Set(rows.map(({ id }) => id));
  const gone = seen.filter(({ id }) => !here.has(id));
  if (gone.length === 0) return null;
  const named = gone.slice(0, NAMED).map(({ label }) => `“${label}”`);
  const more = gone.length - named.length;
  const who = more > 0 ? `${named.join(", ")} and ${more} more` : named.join(" and ");
  const remains = needed === 1 ? "nothing remains" : `${found} of ${needed} remain`;
  return `${who} ${wayOut(gone.length, how)}; ${remains}`;
}

function wayOut(count: number, how = "is no longer there"): string {
  if (count === 1) return how;
  return how.replace(/^was /, "were ").replace(/^is /, "are ").replace("its", "their");
}

const ENDINGS: readonly [RegExp, string][] = [
  [/unpublished$/, "was unpublished"],
  [/withdrawn$/, "was withdrawn"],
  [/(removed|deleted)$/, "was removed"],
  [/archived$/, "was archived"],
  [/(rejected|unapproved)$/, "lost its approval"],
  [/expired$/, "expired"],
];

/** In which way a thing left, read from the name of the event that told of it: `site.page_unpublished`. */
export const wayOutOf = (eventName: string): string | undefined =>
  ENDINGS.find(([ending]) => ending.test(eventName))?.[1];
