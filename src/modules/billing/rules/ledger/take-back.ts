/** What a schedule can give back. Both have the sign of its amount. */
export interface Takeable {
  id: string;
  position: number;
  /** Not earned yet, nor given back. */
  unearnedMinor: number;
  /** Earned, and not taken back since. */
  earnedMinor: number;
}

/** What is taken of one schedule: before it was earned, and after. */
export interface Taken {
  id: string;
  returnedMinor: number;
  reversedMinor: number;
}

/** As much of `wanted` as `available` holds, where both have one sign; else nothing. */
const within = (wanted: number, available: number): number =>
  wanted > 0 ? Math.max(0, Math.min(wanted, available)) : Math.min(0, Math.max(wanted, available));

/**
 * What a credit note takes of the schedules of the invoice it corrects. A line that names a position takes of that line
 * first; of each line what is not earned yet comes before what is, because a customer gives up the days to come. What a
 * line does not hold is taken of the others in their order. Errors: a RangeError when there is less than is given back.
 */
export function takeBack(
  schedules: readonly Takeable[],
  lines: readonly { position: number | null; netMinor: number }[],
): Taken[] {
  const taken = new Map(schedules.map(({ id }) => [id, { id, returnedMinor: 0, reversedMinor: 0 }]));
  const take = (schedule: Takeable, wanted: number, from: "returnedMinor" | "reversedMinor"): number => {
    const has = taken.get(schedule.id);
    if (!has) return wanted;
    const held = from === "returnedMinor" ? schedule.unearnedMinor : schedule.earnedMinor;
    const part = within(wanted, held - has[from]);
    has[from] += part;
    return wanted - part;
  };
  for (const { position, netMinor } of lines) {
    const [named, others] = [
      schedules.filter((schedule) => schedule.position === position),
      schedules.filter((schedule) => schedule.position !== position),
    ];
    let left = netMinor;
    for (const group of [named, others])
      for (const from of ["returnedMinor", "reversedMinor"] as const)
        for (const schedule of group) left = take(schedule, left, from);
    if (left !== 0) throw new RangeError(`${left} more is given back than was invoiced`);
  }
  return [...taken.values()].filter(
    ({ returnedMinor, reversedMinor }) => returnedMinor !== 0 || reversedMinor !== 0,
  );
}

/** How much of an amount can be met from what is not earned yet, over all schedules together, and from which. */
export function takeUnearned(schedules: readonly Takeable[], amountMinor: number): Taken[] {
  const total = schedules.reduce((sum, { unearnedMinor }) => sum + unearnedMinor, 0);
  let left = Math.min(Math.max(0, total), amountMinor);
  return schedules.flatMap(({ id, unearnedMinor }) => {
    const part = within(left, unearnedMinor);
    left -= part;
    return part === 0 ? [] : [{ id, returnedMinor: part, reversedMinor: 0 }];
  });
}
