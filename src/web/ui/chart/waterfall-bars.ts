/** A step as the geometry needs it. */
interface Step {
  kind: "level" | "change";
  value: number;
}

/** Where a bar begins and how long it is, in percent of the width. */
export interface WaterfallBar {
  from: number;
  width: number;
}

/** Narrowest bar, in percent: what is not nothing can be seen. */
const LEAST = 0.6;

/** Where each step starts and ends in its own unit; a change starts where the step before ended. */
function spans(steps: readonly Step[]): [number, number][] {
  let at = 0;
  return steps.map(({ kind, value }) => {
    const from = kind === "level" ? 0 : at;
    at = kind === "level" ? value : at + value;
    return [from, at];
  });
}

const round = (percent: number) => Math.round(percent * 100) / 100;

/** The bars of a waterfall, scaled so that all fit, and where zero is. A step of nothing is a bar of no width. */
export function waterfallBars(steps: readonly Step[]): { bars: WaterfallBar[]; zero: number } {
  const found = spans(steps);
  const least = Math.min(0, ...found.flat());
  const most = Math.max(0, ...found.flat());
  const scale = most === least ? 0 : 100 / (most - least);
  const bars = found.map(([start, end]) => ({
    from: round((Math.min(start, end) - least) * scale),
    width: start === end ? 0 : round(Math.max(LEAST, Math.abs(end - start) * scale)),
  }));
  return { bars, zero: round((0 - least) * scale) };
}
