import type { IsoDate } from "../calendar/iso-date.ts";
import { type RollUp, rollUp } from "./roll-up.ts";
import type { CriterionState } from "./types.ts";

/** A criterion of a gate as it was judged. */
export type GateCriterionState = { id: string; title: string; state: CriterionState; reason: string };

/** Leave to pass without one criterion. `expiresOn` is the last day it counts. */
export type Waiver = { criterionId: string; author: string; reason: string; expiresOn: IsoDate };

/** A criterion that holds the gate; `expiredWaiver` when a waiver for it no longer counts. */
export type BlockingCriterion = GateCriterionState & { expiredWaiver: Waiver | null };
export type WaivedCriterion = GateCriterionState & { waiver: Waiver };

/** `met` counts criteria met by themselves, waived ones not. */
export type GateDecision = {
  open: boolean;
  met: RollUp;
  blocking: BlockingCriterion[];
  waived: WaivedCriterion[];
};

/**
 * Decides whether a gate is open. Only `met` passes: 99 of 100 blocks. A waiver counts through its last day and
 * only with an author and a reason; a waiver for a criterion that is met anyway is not needed and not listed.
 */
export function gateDecision(
  criteria: readonly GateCriterionState[],
  waivers: readonly Waiver[],
  asOf: IsoDate,
): GateDecision {
  const unmet = criteria.filter(({ state }) => state !== "met");
  const blocking: BlockingCriterion[] = [];
  const waived: WaivedCriterion[] = [];
  for (const criterion of unmet) {
    const own = waivers.filter(({ criterionId }) => criterionId === criterion.id).toSorted(byExpiry);
    const valid = own.findLast((waiver) => isValidWaiver(waiver, asOf));
    if (valid) waived.push({ ...criterion, waiver: valid });
    else
      blocking.push({
        ...criterion,
        expiredWaiver: own.findLast(({ expiresOn }) => expiresOn < asOf) ?? null,
      });
  }
  const met = rollUp(criteria.length - unmet.length, criteria.length);
  return { open: blocking.length === 0, met, blocking, waived };
}

/** Whether a waiver counts on that day. */
export function isValidWaiver({ author, reason, expiresOn }: Waiver, asOf: IsoDate): boolean {
  return author.trim() !== "" && reason.trim() !== "" && expiresOn >= asOf;
}

function byExpiry(a: Waiver, b: Waiver): number {
  return a.expiresOn < b.expiresOn ? -1 : Number(a.expiresOn > b.expiresOn);
}
