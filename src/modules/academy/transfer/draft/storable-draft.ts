import { toPlainText } from "#kernel/rich-text/rich-text.ts";
import type { RichText } from "#kernel/browser/rich-text.ts";
import type { CourseDraft } from "#modules/academy/contract/transfer.ts";
import type { Losses } from "#modules/academy/transfer/draft/losses.ts";

/** A text nested deeper than this could be stored and not be edited: operations take no deeper input. */
const MAX_DEPTH = 24;

const isText = (value: object): value is RichText => (value as Partial<RichText>).type === "doc";

const isDeep = (value: unknown, left: number): boolean =>
  typeof value === "object" &&
  value !== null &&
  (left === 0 || Object.values(value).some((part) => isDeep(part, left - 1)));

const inWords = (text: RichText): RichText => ({
  type: "doc",
  content: toPlainText(text)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => ({ type: "paragraph", content: [{ type: "text", text: line }] })),
});

/**
 * A draft that the database can keep and the editor can open: no NUL and no half characters, and texts nested without end
 * become their words, which is reported.
 */
export function storableDraft(draft: CourseDraft, losses: Losses): CourseDraft {
  const visit = (part: unknown): unknown => {
    if (typeof part === "string") return part.replaceAll("\0", "").toWellFormed();
    if (Array.isArray(part)) return part.map(visit);
    if (typeof part !== "object" || part === null) return part;
    if (isText(part) && isDeep(part, MAX_DEPTH)) {
      const words = inWords(part);
      losses.add(
        "A text",
        toPlainText(words).slice(0, 80),
        "It was nested too deeply; only its words were taken.",
      );
      return visit(words);
    }
    return Object.fromEntries(Object.entries(part).map(([name, field]) => [name, visit(field)]));
  };
  return visit(draft) as CourseDraft;
}
