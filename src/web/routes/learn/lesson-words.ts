import type { CompletionRule } from "#modules/academy/contract/content.ts";
import type { OutlineItem, RuleProgress } from "#modules/academy/contract/learning.ts";

const minutes = (seconds: number): string => {
  if (seconds < 90) return `${seconds} seconds`;
  const whole = Math.round(seconds / 60);
  return `${whole} ${whole === 1 ? "minute" : "minutes"}`;
};

/** What completes a lesson, in words. */
export function ruleWords(rule: CompletionRule): string {
  switch (rule.rule) {
    case "read":
      return rule.seconds === 0 ? "Open it" : `Spend ${minutes(rule.seconds)} on it`;
    case "watch":
      return rule.percent === 100 ? "Watch all of it" : `Watch ${rule.percent} %`;
    case "quiz":
      return `Reach ${rule.percent} % in the quiz`;
    case "submit":
      return "Hand in the assignment";
    case "grade":
      return `Reach ${rule.percent} % in the assignment`;
    case "package":
      return "Complete the activity";
    case "confirm":
      return "Say that you are done";
  }
}

/** How far a lesson's rule is met, in words: what is there, and what it asks for. */
export function progressWords({ rule, have, need, unit }: RuleProgress): string {
  if (unit === "seconds") return `${minutes(have)} of ${minutes(need)} spent here`;
  if (unit === "percent")
    return rule === "watch"
      ? `${have} % watched, ${need} % needed`
      : `Best result ${have} %, ${need} % needed`;
  return have === 1 ? "Done" : "Not done yet";
}

/** What to expect of a lesson: "Quiz, about 8 minutes". */
export function lessonKind({ holds, minutes: length }: { holds: string | null; minutes: number }): string {
  const kind = { quiz: "quiz", assignment: "assignment", video: "video", package: "activity" }[holds ?? ""];
  const time = length > 0 ? `about ${length} ${length === 1 ? "minute" : "minutes"}` : "";
  return [kind, time].filter(Boolean).join(", ");
}

/** Why a lesson is not open; `date` writes an instant for the reader. */
export function closedWords(
  item: Pick<OutlineItem, "opensAt" | "waitsFor">,
  date: (at: string) => string,
): string {
  const [first, ...others] = item.waitsFor;
  if (first === undefined) return item.opensAt ? `Opens ${date(item.opensAt)}` : "Not open yet";
  const rest = others.length > 0 ? ` and ${others.length} more` : "";
  return `Opens after “${first}”${rest}`;
}
