/** What recurring revenue may be months from now, in minor units: 15 of 100 runs end below `low`, 15 above `high`. */
export interface ForecastMonth {
  /** Months ahead; 1 is the end of the next. */
  ahead: number;
  lowMinor: number;
  middleMinor: number;
  highMinor: number;
}

/** Months whose changes the forecast looks at, and how many it needs. */
const LOOKS_BACK = 12;
const NEEDS = 4;
/** Standard score of the 85th percentile. */
const P85 = 1.0364;

const whole = (minor: number) => Math.max(0, Math.round(minor));

/**
 * A plain forecast of recurring revenue: from what it is now it goes on changing by the mean of its last changes (between
 * ends of complete months, twelve at most), and as unevenly as it did, so the band widens with the root of time. Revenue
 * never falls below nothing. Undefined with fewer than four changes: from less nothing can be told.
 */
export function forecastRevenue(
  endsMinor: readonly number[],
  nowMinor: number,
  months: number,
): ForecastMonth[] | undefined {
  const changes = endsMinor.slice(1).map((end, index) => end - (endsMinor[index] ?? 0));
  const recent = changes.slice(-LOOKS_BACK);
  if (recent.length < NEEDS) return undefined;
  const mean = recent.reduce((sum, change) => sum + change, 0) / recent.length;
  const variance = recent.reduce((sum, change) => sum + (change - mean) ** 2, 0) / (recent.length - 1);
  return Array.from({ length: months }, (_, index) => {
    const ahead = index + 1;
    const middle = nowMinor + mean * ahead;
    const spread = P85 * Math.sqrt(variance * ahead);
    return {
      ahead,
      lowMinor: whole(middle - spread),
      middleMinor: whole(middle),
      highMinor: whole(middle + spread),
    };
  });
}
