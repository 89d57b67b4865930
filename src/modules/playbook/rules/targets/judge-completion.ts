import { formatDay, formatDays } from "../calendar/format-date.ts";
import { daysBetween, type IsoDate } from "../calendar/iso-date.ts";
import type { Judgement } from "./types.ts";

/**
 * A criterion that is met when its deliverable is proved. `provedOn` is the day of the proof; `reopenedBecause`
 * says why a proof was lost; `forecastOn` is the last day of the work package by its schedule.
 */
export type CompletionFacts = {
  proved: boolean;
  provedOn?: IsoDate | null;
  reopenedBecause?: string | null;
  due: IsoDate | null;
  startOn: IsoDate | null;
  forecastOn?: IsoDate | null;
};

/** Judges a completion criterion or a deliverable today. `due` is the last day in time. */
export function judgeCompletion(facts: CompletionFacts, today: IsoDate): Judgement {
  if (facts.proved) return judgeProved(facts, today);
  const { due, startOn, forecastOn } = facts;
  const lost = facts.reopenedBecause ? `Reopened: ${facts.reopenedBecause}` : "Not proved yet";
  if (due !== null && due < today) {
    const late = formatDays(daysBetween(due, today));
    return judged("missed", "missed", `${lost}; due ${formatDay(due, today)}, ${late} ago`);
  }
  if (startOn !== null && startOn > today && !facts.reopenedBecause)
    return judged("not_started", "not_started", `Starts ${formatDay(startOn, today)}`);
  if (due === null) return judged("unknown", "no_due_date", `${lost}; no due date to judge it by`);
  const dueText = `${lost}; due ${formatDay(due, today)}`;
  if (forecastOn && forecastOn > due) {
    const late = formatDays(daysBetween(due, forecastOn));
    return judged(
      "at_risk",
      "not_proved",
      `${dueText}, likely ${formatDay(forecastOn, today)}, ${late} late`,
    );
  }
  return judged("on_track", "not_proved", dueText);
}

function judgeProved({ provedOn, due }: CompletionFacts, today: IsoDate): Judgement {
  if (!provedOn) return { ...judged("met", "proved", "Proved"), progress: 1 };
  const proved = `Proved ${formatDay(provedOn, today)}`;
  if (due === null || provedOn <= due) return { ...judged("met", "proved", proved), progress: 1 };
  const late = formatDays(daysBetween(due, provedOn));
  const reason = `${proved}, ${late} after the due date ${formatDay(due, today)}`;
  return { ...judged("met", "met_late", reason), progress: 1 };
}

function judged(state: Judgement["state"], code: Judgement["code"], reason: string): Judgement {
  return { state, code, reason, progress: 0, stretchMet: null };
}
