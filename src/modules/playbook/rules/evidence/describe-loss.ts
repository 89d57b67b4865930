import type { FoundBinding } from "./types.ts";

const NAMED = 2;

interface Loss {
  /** In which way things left, such as "was unpublished". */
  how?: string;
  /** What other bindings still find, in words; empty when nothing else is there. */
  stillThere?: readonly string[];
}

/** "“Pricing” was unpublished; 4 of 5 remain", or null when nothing that was seen before is missing. */
export function describeLoss(
  { live, title, rows, seen, found, needed }: FoundBinding,
  { how, stillThere = [] }: Loss = {},
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
  return `${who} ${wayOut(gone.length, how)}; ${whatRemains({ title, found, needed }, stillThere)}`;
}

/** "Nothing" is only said where nothing is: something else may be there, and still not be what was asked for. */
function whatRemains(
  { title, found, needed }: Pick<FoundBinding, "title" | "found" | "needed">,
  stillThere: readonly string[],
): string {
  if (needed > 1) return `${found} of ${needed} remain`;
  if (stillThere.length === 0) return "nothing remains";
  return `${title}: ${found} of ${needed}; still there: ${stillThere.join(", ")}`;
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
