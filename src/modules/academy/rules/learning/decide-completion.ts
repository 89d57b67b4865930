import type { CompletionRule } from "#modules/academy/contract/content.ts";

/** What is known of a student's work on a lesson. Score in parts per million. */
export interface LessonEvidence {
  activeMs: number;
  /** Recordings of the lesson: how long they are, and how much of them was really played. */
  recordings: readonly { durationMs: number; playedMs: number }[];
  scorePpm: number | null;
  isSubmitted: boolean;
  isConfirmed: boolean;
  isPackageCompleted: boolean;
}

/** The rule, what is there and what it asks for, for a page to show. `unit` says of what. */
export interface Completion {
  isMet: boolean;
  rule: CompletionRule["rule"];
  have: number;
  need: number;
  unit: "seconds" | "percent" | "step";
}

/** Share of all recordings played, by their length, in percent; rounding never makes a whole of what is not. */
function playedPercent(recordings: LessonEvidence["recordings"]): number {
  const durationMs = recordings.reduce((sum, recording) => sum + recording.durationMs, 0);
  if (durationMs === 0) return 100;
  const playedMs = recordings.reduce(
    (sum, { durationMs: all, playedMs: some }) => sum + Math.min(some, all),
    0,
  );
  return Math.floor((100 * playedMs) / durationMs);
}

const step = (rule: "submit" | "package" | "confirm", isDone: boolean): Completion => ({
  isMet: isDone,
  rule,
  have: isDone ? 1 : 0,
  need: 1,
  unit: "step",
});

function percent(rule: "watch" | "quiz" | "grade", have: number | null, need: number): Completion {
  // Without a score nothing is reached, not even a rule that asks for 0 percent.
  return { isMet: have !== null && have >= need, rule, have: have ?? 0, need, unit: "percent" };
}

/** Whether what a student did completes a lesson by its rule. */
export function decideCompletion(rule: CompletionRule, evidence: LessonEvidence): Completion {
  const score = evidence.scorePpm === null ? null : Math.floor(evidence.scorePpm / 10_000);
  switch (rule.rule) {
    case "read": {
      const have = Math.min(Math.floor(evidence.activeMs / 1000), rule.seconds);
      return { isMet: have >= rule.seconds, rule: "read", have, need: rule.seconds, unit: "seconds" };
    }
    case "watch":
      return percent("watch", playedPercent(evidence.recordings), rule.percent);
    case "quiz":
    case "grade":
      return percent(rule.rule, score, rule.percent);
    case "submit":
      return step("submit", evidence.isSubmitted);
    case "package":
      return step("package", evidence.isPackageCompleted);
    case "confirm":
      return step("confirm", evidence.isConfirmed);
  }
}
