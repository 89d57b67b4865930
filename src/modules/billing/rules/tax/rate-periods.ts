import type { TaxRate } from "#modules/billing/rules/tax/types.ts";

/** A rate with the day its successor begins, and whether it is in force. */
export type RatePeriod<R extends TaxRate> = R & { validUntil: string | null; isCurrent: boolean };

/** Rates in order of place and day, each with the end that the next one makes. */
export function ratePeriods<R extends TaxRate>(rates: readonly R[], today: string): RatePeriod<R>[] {
  const ordered = rates.toSorted(
    (a, b) => a.jurisdiction.localeCompare(b.jurisdiction) || a.validFrom.localeCompare(b.validFrom),
  );
  return ordered.map((rate, index) => {
    const next = ordered[index + 1];
    const validUntil = next?.jurisdiction === rate.jurisdiction ? next.validFrom : null;
    const isCurrent = rate.validFrom <= today && (validUntil === null || today < validUntil);
    return { ...rate, validUntil, isCurrent };
  });
}
