const NEXT = { waiting: "first", second: "second", agreeing: "agreed" } as const;

/** A reading a submission can wait for. */
export type ReadingKind = (typeof NEXT)[keyof typeof NEXT];

/** True for work that waits for a grader. */
export const isToMark = (status: string): status is keyof typeof NEXT => status in NEXT;

/** Which mark would be made now; null: none waits. */
export const nextReading = (status: string): ReadingKind | null => (isToMark(status) ? NEXT[status] : null);

/**
 * Where a submission goes when a reading is done. With second marking, a first reading waits for the second, and two
 * that come to different points wait for an agreed one.
 */
export function statusAfter(
  reading: ReadingKind,
  facts: { secondMarking: boolean; firstPoints: number | null; points: number },
): "second" | "agreeing" | "marked" {
  if (reading === "first") return facts.secondMarking ? "second" : "marked";
  if (reading === "second") return facts.firstPoints === facts.points ? "marked" : "agreeing";
  return "marked";
}
