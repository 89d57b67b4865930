import type { CompletionRule, OpeningRule } from "#modules/academy/contract/content.ts";
import { countOf } from "#web/format/plural.ts";

/** What completes a lesson, in words. */
export function completionWords(rule: CompletionRule): string {
  switch (rule.rule) {
    case "read":
      return rule.seconds < 60
        ? `Complete after ${countOf(rule.seconds, "second")} of reading`
        : `Complete after ${countOf(Math.round(rule.seconds / 60), "minute")} of reading`;
    case "watch":
      return `Complete when ${rule.percent} % was really played`;
    case "quiz":
      return `Complete with ${rule.percent} % in its quiz`;
    case "submit":
      return "Complete when the assignment is handed in";
    case "grade":
      return `Complete with a mark of ${rule.percent} %`;
    case "package":
      return "Complete when its package says so";
    case "confirm":
      return "Complete when the student says so";
  }
}

/** When a lesson opens, in words; null for from the start. `titleOf` names lessons by their keys. */
export function openingWords(rule: OpeningRule, titleOf: (key: string) => string): string | null {
  const parts = [
    rule.days === undefined ? null : `${countOf(rule.days, "day")} after the start`,
    rule.onDate === undefined ? null : `on ${rule.onDate}`,
    rule.afterLessons?.length ? `after ${rule.afterLessons.map(titleOf).join(", ")}` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : `Opens ${parts.join(", and ")}`;
}
