import type { RubricCriterion } from "#modules/academy/contract/assignment.ts";
import type { CriterionMark } from "#modules/academy/contract/submissions.ts";

/** Points a criterion can earn. */
export const mostPoints = ({ levels }: RubricCriterion): number =>
  Math.max(...levels.map(({ points }) => points));

/** Points a whole rubric can earn; an assignment without one is marked in percent. */
export const maxPointsOf = (rubric: readonly RubricCriterion[]): number =>
  rubric.length === 0 ? 100 : rubric.reduce((sum, criterion) => sum + mostPoints(criterion), 0);

/** What a mark comes to. */
export interface RubricScore {
  points: number;
  maxPoints: number;
  scorePpm: number;
  /** Every criterion was looked at. */
  isComplete: boolean;
}

/** What is wrong with the marks of criteria; undefined: nothing. */
export function findMarkFault(
  rubric: readonly RubricCriterion[],
  criteria: readonly CriterionMark[],
): "criterion_unknown" | "criterion_twice" | "level_unknown" | "points_outside" | undefined {
  const seen = new Set<string>();
  for (const { criterionId, levelId, points } of criteria) {
    const criterion = rubric.find(({ id }) => id === criterionId);
    if (!criterion) return "criterion_unknown";
    if (seen.has(criterionId)) return "criterion_twice";
    seen.add(criterionId);
    if (levelId !== null && !criterion.levels.some(({ id }) => id === levelId)) return "level_unknown";
    if (points !== null && points > mostPoints(criterion)) return "points_outside";
  }
  return undefined;
}

/** The points a criterion's mark stands for: those given, else those of its level. */
export function pointsOf(rubric: readonly RubricCriterion[], mark: CriterionMark): number | null {
  if (mark.points !== null) return mark.points;
  const levels = rubric.find(({ id }) => id === mark.criterionId)?.levels ?? [];
  return levels.find(({ id }) => id === mark.levelId)?.points ?? null;
}

/**
 * Adds a mark up. Without a rubric, `percent` is the mark. A rubric in which nothing can be earned counts as earned in
 * full once it was looked at.
 */
export function scoreRubric(
  rubric: readonly RubricCriterion[],
  { criteria, percent }: { criteria: readonly CriterionMark[]; percent: number | null },
): RubricScore {
  const maxPoints = maxPointsOf(rubric);
  if (rubric.length === 0)
    return {
      points: percent ?? 0,
      maxPoints,
      scorePpm: (percent ?? 0) * 10_000,
      isComplete: percent !== null,
    };
  const given = rubric.map(({ id }) => {
    const mark = criteria.find(({ criterionId }) => criterionId === id);
    return mark ? pointsOf(rubric, mark) : null;
  });
  const points = given.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const scorePpm = maxPoints === 0 ? 1_000_000 : Math.floor((points * 1_000_000) / maxPoints);
  return { points, maxPoints, scorePpm, isComplete: given.every((one) => one !== null) };
}
