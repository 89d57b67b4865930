/**
 * What an offer entitles to, by the key other modules ask for. No quantity: yes, without limit. With a meter the quantity
 * is the quota of one period: hard ones are never exceeded, soft ones cost `overageMinor` (by currency) a unit beyond.
 * `perSeat`: the quantity is of one seat.
 */
export interface OfferEntitlement {
  key: string;
  quantity: number | null;
  meter: string | null;
  quota: "hard" | "soft" | null;
  overageMinor: Readonly<Record<string, number>>;
  perSeat: boolean;
}
