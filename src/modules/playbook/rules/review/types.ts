import type { IsoDate } from "../calendar/iso-date.ts";
import type { RiskMovement } from "../risks/risk-movement.ts";
import type { Slip } from "../schedule/find-slips.ts";
import type { ScheduleVariance } from "../schedule/schedule-variance.ts";
import type { RollUp } from "../targets/roll-up.ts";
import type { CriterionState } from "../targets/types.ts";
import type { IsoWeek } from "./iso-week.ts";

/** A numeric target now and a week ago. `reason` is its judgement's sentence. */
export type ReviewTarget = {
  id: string;
  label: string;
  state: CriterionState;
  previousState: CriterionState | null;
  reason: string;
  chance: number | null;
  previousChance: number | null;
};

/** A risk with its movement since last week; `because` says why it moved, where a trigger or person said so. */
export type ReviewRisk = RiskMovement & { owner: string | null; because?: string | null };

/** Something only a person can settle, and where: an experiment, a gate, the questions the plan leaves open. */
export type ReviewDecision = {
  id: string;
  kind: "experiment" | "gate" | "question";
  title: string;
  owner: string | null;
  due: IsoDate | null;
};

/** A deliverable that was proved or lost its proof in the week looked back on. */
export type ReviewDeliverable = { id: string; title: string; reason: string };

/** The gate ahead. `due` is its last day in time. */
export type ReviewGate = {
  id: string;
  title: string;
  open: boolean;
  met: RollUp;
  due: IsoDate | null;
  blocking: { id: string; title: string; reason: string }[];
};

/**
 * Everything a weekly review is drafted from. `owner` is a name to show, null when there is none. `variance.days` is
 * null while there is no baseline to compare with.
 */
export type ReviewFacts = {
  week: IsoWeek;
  asOf: IsoDate;
  phase: string | null;
  variance: Pick<ScheduleVariance, "reason" | "causes"> & { days: number | null };
  previousVarianceDays: number | null;
  deliverables: RollUp;
  proved: ReviewDeliverable[];
  reopened: ReviewDeliverable[];
  slips: Slip[];
  targets: ReviewTarget[];
  gate: ReviewGate | null;
  risks: ReviewRisk[];
  decisions: ReviewDecision[];
};

/** One line of a review: a plain sentence, what it is about, and whether it is good news. */
export type ReviewItem = {
  text: string;
  about: {
    kind: "plan" | "work_package" | "deliverable" | "target" | "gate" | "risk" | "experiment" | "question";
    id: string | null;
  };
  tone: "good" | "bad" | "neutral";
};

export type ReviewSectionKey = "plan_against_actual" | "slipped" | "forecasts" | "risks" | "decisions";

/** A section always has at least one item: nothing to tell is told. */
export type ReviewSection = { key: ReviewSectionKey; title: string; items: ReviewItem[] };

/** A review before people have worked on it. `headline` is its one-line summary. */
export type ReviewDraft = { week: string; asOf: IsoDate; headline: string; sections: ReviewSection[] };
