/** A student's time in a course, in whole days from the start: until they completed it, or until now. */
export interface Course {
  days: number;
  isCompleted: boolean;
}

/** Fewer completions than this say nothing of the next ones. */
export const MIN_COMPLETIONS = 20;

/**
 * Share of students who have not completed the course by each day, by the estimator of Kaplan and Meier (1958): who is
 * still learning counts until now and no longer. `curve[d]` is the share after day d; 1 before anybody completed.
 */
export function completionCurve(courses: readonly Course[], lastDay: number): number[] {
  const completions = Array.from<number>({ length: lastDay + 1 }).fill(0);
  const leaving = Array.from<number>({ length: lastDay + 1 }).fill(0);
  let atRisk = courses.length;
  for (const { days, isCompleted } of courses) {
    if (days > lastDay) continue;
    const day = Math.max(0, days);
    if (isCompleted) completions[day] = (completions[day] ?? 0) + 1;
    leaving[day] = (leaving[day] ?? 0) + 1;
  }
  let share = 1;
  return completions.map((completed, day) => {
    if (atRisk > 0) share *= 1 - completed / atRisk;
    atRisk -= leaving[day] ?? 0;
    return share;
  });
}

/**
 * How many of those who still learn will complete within `lastDay` days of their start: each by the curve, given that
 * they have not until now. Who is past that day is expected no longer.
 */
export function expectedCompletions(courses: readonly Course[], curve: readonly number[]): number {
  const last = curve.at(-1) ?? 1;
  return courses.reduce((sum, { days, isCompleted }) => {
    if (isCompleted || days >= curve.length) return sum;
    const now = curve[Math.max(0, days)] ?? 1;
    return now > 0 ? sum + 1 - last / now : sum;
  }, 0);
}
