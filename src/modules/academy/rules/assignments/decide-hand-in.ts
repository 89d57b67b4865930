/** What is there of a student's work on an assignment. */
export interface HandInFacts {
  isLearning: boolean;
  attempts: number;
  statuses: readonly string[];
}

/** Whether the work can be handed in, and how often it still may be. */
export interface HandIn {
  attemptsLeft: number;
  closedReason: "enrollment_closed" | "in_marking" | "no_attempts" | null;
}

const IN_MARKING = new Set(["waiting", "second", "agreeing", "marked"]);

/**
 * What was taken back before anybody began costs no attempt, and what a grader gives back to be done again neither: they
 * ask for the next one.
 */
export function decideHandIn({ isLearning, attempts, statuses }: HandInFacts): HandIn {
  const used = statuses.filter((status) => status !== "withdrawn" && status !== "returned").length;
  const attemptsLeft = Math.max(0, attempts - used);
  if (!isLearning) return { attemptsLeft, closedReason: "enrollment_closed" };
  if (statuses.some((status) => IN_MARKING.has(status))) return { attemptsLeft, closedReason: "in_marking" };
  return { attemptsLeft, closedReason: attemptsLeft === 0 ? "no_attempts" : null };
}
