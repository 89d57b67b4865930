import type { z } from "zod";
import type { Losses } from "#modules/academy/transfer/draft/losses.ts";

/** What a file is called in the report. */
export interface Place {
  item: string;
  place: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** In words: `options 2: Too small`. */
function wordsOf(issue: z.core.$ZodIssue): string {
  const path = issue.path.map((part) => (typeof part === "number" ? part + 1 : String(part))).join(" ");
  return path ? `${path}: ${issue.message}` : issue.message;
}

/**
 * Reads fields written by people. A field that is unknown or wrong is left out and reported; where the rest cannot stand
 * without it the whole is reported and undefined.
 */
export function readFields<S extends z.ZodObject>(
  schema: S,
  value: unknown,
  { item, place }: Place,
  losses: Losses,
): z.output<S> | undefined {
  if (!isRecord(value)) {
    losses.add(item, place, "It does not hold the fields that belong there.");
    return undefined;
  }
  const known: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(value))
    if (Object.hasOwn(schema.shape, name)) known[name] = field;
    else losses.add(`${item}: ${name}`, place, "There is no such field.");
  const first = schema.safeParse(known);
  if (first.success) return first.data as z.output<S>;
  for (const issue of first.error.issues) delete known[String(issue.path[0] ?? "")];
  const second = schema.safeParse(known);
  const kept = second.success ? "The field was left out." : "It was left out as a whole.";
  for (const issue of first.error.issues)
    losses.add(`${item}: ${String(issue.path[0] ?? "")}`, place, `${wordsOf(issue)}. ${kept}`);
  return second.success ? (second.data as z.output<S>) : undefined;
}
