/** A graded thing of a course, its weight in percent, and a student's score in it. */
export interface WeighedScore {
  weight: number;
  scorePpm: number | null;
}

/** A grade so far: the weighted mean of what has a score, and how much of all weight that is, in percent. */
export interface GradeSoFar {
  totalPpm: number | null;
  weightDone: number;
}

/** Things without a score do not count as nothing: they do not count yet. */
export function weighGrades(scores: readonly WeighedScore[]): GradeSoFar {
  const all = scores.reduce((sum, { weight }) => sum + weight, 0);
  const done = scores.filter(({ scorePpm, weight }) => scorePpm !== null && weight > 0);
  const weight = done.reduce((sum, score) => sum + score.weight, 0);
  if (weight === 0) return { totalPpm: null, weightDone: 0 };
  const sum = done.reduce((total, score) => total + (score.scorePpm ?? 0) * score.weight, 0);
  return { totalPpm: Math.round(sum / weight), weightDone: Math.round((100 * weight) / all) };
}

/** Weights as they count: those set, or the same for all where none are. A thing that came after they were set has 0. */
export function effectiveWeights(
  keys: readonly string[],
  set: ReadonlyMap<string, number>,
): Map<string, number> {
  const isSet = keys.some((key) => (set.get(key) ?? 0) > 0);
  return new Map(keys.map((key) => [key, isSet ? (set.get(key) ?? 0) : 100 / keys.length]));
}
