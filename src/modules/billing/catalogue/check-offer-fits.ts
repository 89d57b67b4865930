import { refuse } from "#kernel/errors.ts";

/** Trials belong to subscriptions, days of access to what is bought once. Errors: `billing.trial_unfit`, `billing.access_days_unfit`. */
export function checkOfferFits(offer: { kind: string; trialDays: number; accessDays: number | null }): void {
  if (offer.trialDays > 0 && offer.kind !== "subscription")
    throw refuse("invalid", "billing.trial_unfit", "Only a subscription can begin with a trial.", {
      issues: [{ path: "trialDays", message: "must be 0: only a subscription can begin with a trial" }],
    });
  if (offer.accessDays !== null && offer.kind !== "one_off")
    throw refuse("invalid", "billing.access_days_unfit", "Only what is bought once has days of access.", {
      issues: [
        { path: "accessDays", message: "must be left empty: a subscription gives access while it runs" },
      ],
    });
}
