import { formatDays } from "../calendar/format-date.ts";
import { formatShare } from "../targets/format.ts";
import type { ReviewFacts, ReviewItem } from "./types.ts";

/** Plan against actual: schedule, deliverables, what was proved or lost. */
export function progressItems(facts: ReviewFacts): ReviewItem[] {
  const { deliverables, proved, reopened } = facts;
  const share = deliverables.share === null ? "" : `, ${formatShare(deliverables.share)}`;
  return [
    scheduleItem(facts),
    {
      text: `${deliverables.done} of ${deliverables.total} deliverables are proved${share}; ${proved.length} this week.`,
      about: { kind: "plan", id: null },
      tone: "neutral",
    },
    ...proved.map(
      ({ id, title, reason }): ReviewItem => ({
        text: `Proved: “${title}”, ${reason}.`,
        about: { kind: "deliverable", id },
        tone: "good",
      }),
    ),
    ...reopened.map(
      ({ id, title, reason }): ReviewItem => ({
        text: `Reopened: “${title}”, ${reason}.`,
        about: { kind: "deliverable", id },
        tone: "bad",
      }),
    ),
  ];
}

function scheduleItem({ variance, previousVarianceDays }: ReviewFacts): ReviewItem {
  const { days, reason } = variance;
  const about: ReviewItem["about"] = { kind: "plan", id: null };
  if (days === null) return { text: `${reason}.`, about, tone: "neutral" };
  const change = previousVarianceDays === null ? 0 : days - previousVarianceDays;
  const was = change === 0 ? "" : ` Last week it was ${standing(previousVarianceDays ?? 0)}.`;
  return { text: `${reason}.${was}`, about, tone: days > 0 ? "bad" : "good" };
}

/** "on time", "6 days late", "2 days early". */
export function standing(days: number): string {
  if (days === 0) return "on time";
  return `${formatDays(days)} ${days > 0 ? "late" : "early"}`;
}

/** What slipped since the last review, and why. */
export function slippedItems({ slips }: ReviewFacts): ReviewItem[] {
  if (slips.length === 0)
    return [{ text: "Nothing slipped this week.", about: { kind: "plan", id: null }, tone: "good" }];
  return slips.map(({ id, title, reason }) => ({
    text: `“${title}”: ${reason}.`,
    about: { kind: "work_package", id },
    tone: "bad",
  }));
}
