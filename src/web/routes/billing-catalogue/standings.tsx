import { State } from "#web/ui/state.tsx";

/** Whether an offer can be bought, and by whom. */
export function OfferState({
  offer,
}: {
  offer: { archivedAt: string | null; isPublic: boolean; prices: readonly { standing: string }[] };
}) {
  if (offer.archivedAt) return <State kind="closed">Archived</State>;
  if (!offer.prices.some(({ standing }) => standing === "current"))
    return <State kind="at_risk">No price on sale</State>;
  return offer.isPublic ? <State kind="met">On sale</State> : <State kind="paused">Not listed</State>;
}

const PRICE = {
  current: ["met", "On sale"],
  scheduled: ["waiting", "To come"],
  ended: ["closed", "Over"],
} as const;

/** Where a price stands. */
export function PriceState({ standing }: { standing: keyof typeof PRICE }) {
  const [kind, word] = PRICE[standing];
  return <State kind={kind}>{word}</State>;
}

const COUPON = {
  accepted: ["met", "Accepted"],
  scheduled: ["waiting", "To come"],
  used_up: ["closed", "Used up"],
  over: ["closed", "Over"],
} as const;

export const couponStandings = Object.entries(COUPON).map(([value, [, label]]) => ({ value, label }));

/** Where a coupon stands. */
export function CouponState({ standing }: { standing: keyof typeof COUPON }) {
  const [kind, word] = COUPON[standing];
  return <State kind={kind}>{word}</State>;
}
