/** A time somebody came by a partner's link. */
export interface Touch {
  partnerId: string;
  touchedAt: Temporal.Instant;
  /** For how many days the partner's link counts. */
  attributionDays: number;
}

/** The touches an order may count for: none later than the order, none older than its partner's days. */
const thatCount = <T extends Touch>(touches: readonly T[], at: Temporal.Instant): T[] =>
  touches.filter(({ touchedAt, attributionDays }) => {
    const until = touchedAt.add({ hours: attributionDays * 24 });
    return Temporal.Instant.compare(touchedAt, at) <= 0 && Temporal.Instant.compare(at, until) < 0;
  });

/** Whose link an order at an instant counts for, by the first or the last that was followed; undefined for nobody's. */
export function chooseTouch<T extends Touch>(
  touches: readonly T[],
  at: Temporal.Instant,
  which: "first" | "last",
): T | undefined {
  const inTime = thatCount(touches, at).toSorted((a, b) =>
    Temporal.Instant.compare(a.touchedAt, b.touchedAt),
  );
  return inTime.at(which === "first" ? 0 : -1);
}
