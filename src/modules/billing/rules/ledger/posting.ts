import { sumMinor } from "#kernel/money.ts";
import type { LedgerAccountCode } from "./accounts.ts";

/** One side of a journal: debit positive, credit negative, in minor units. `jurisdiction` of tax alone. */
export interface Posting {
  account: LedgerAccountCode;
  currency: string;
  amountMinor: number;
  jurisdiction?: string;
}

const keyOf = ({ account, currency, jurisdiction }: Posting) =>
  `${account}|${currency}|${jurisdiction ?? ""}`;

const byKey = (a: Posting, b: Posting) => (keyOf(a) < keyOf(b) ? -1 : 1);

/**
 * The same postings with one for each account, currency and jurisdiction, without those of nothing, in a fixed order:
 * two ways of saying one thing come out alike. Errors: a RangeError when a currency does not sum to zero.
 */
export function balancedPostings(postings: readonly Posting[]): Posting[] {
  const merged = [...Map.groupBy(postings, keyOf).values()].flatMap((group): Posting[] => {
    const [first] = group;
    const amountMinor = sumMinor(group.map((posting) => posting.amountMinor));
    if (!first || amountMinor === 0) return [];
    const { account, currency, jurisdiction } = first;
    return [{ account, currency, amountMinor, ...(jurisdiction === undefined ? {} : { jurisdiction }) }];
  });
  for (const [currency, group] of Map.groupBy(merged, (posting) => posting.currency)) {
    const left = sumMinor(group.map((posting) => posting.amountMinor));
    if (left !== 0) throw new RangeError(`Postings in ${currency} leave ${left}`);
  }
  return merged.toSorted(byKey);
}

/** What takes the postings back: the same with sides changed. */
export const reversedPostings = (postings: readonly Posting[]): Posting[] =>
  postings.map((posting) => ({ ...posting, amountMinor: -posting.amountMinor }));
