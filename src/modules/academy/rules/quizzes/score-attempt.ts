import { FULL_PPM } from "#modules/academy/rules/quizzes/mark-answer.ts";

/** A marked question: its points, and the share of them that was earned. */
export interface Marked {
  points: number;
  awardedPpm: number;
}

/** Points earned of all, in parts per million, rounded down. A quiz without any points is full: it only asks. */
export function scoreAttempt(items: readonly Marked[]): number {
  const points = items.reduce((sum, item) => sum + item.points, 0);
  if (points === 0) return FULL_PPM;
  const earned = items.reduce((sum, item) => sum + item.points * item.awardedPpm, 0);
  return Math.floor(earned / points);
}

/** Whether a score passes; the very percentage does. */
export const isPassing = (scorePpm: number, passingPercent: number): boolean =>
  scorePpm >= passingPercent * 10_000;
