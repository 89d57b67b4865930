/** Done of total. `share` is 0 to 1, null when there is nothing to do. */
export type RollUp = { done: number; total: number; share: number | null };

/** The one place that turns counts into a share, so that every view shows the same percentage. */
export function rollUp(done: number, total: number): RollUp {
  if (done < 0 || done > total) throw new RangeError(`${done} of ${total} is no share.`);
  return { done, total, share: total === 0 ? null : done / total };
}

/** Adds up parts: a period from its work packages, a phase from its periods. Counts weigh, not shares. */
export function sumRollUps(parts: readonly RollUp[]): RollUp {
  return rollUp(
    parts.reduce((sum, part) => sum + part.done, 0),
    parts.reduce((sum, part) => sum + part.total, 0),
  );
}
