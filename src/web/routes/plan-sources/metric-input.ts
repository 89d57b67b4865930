import type { z } from "zod";
import type { GetMetricRows } from "#modules/playbook/contract/scorecard.ts";

const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** Which metric is asked for, and as of which day; a day that is none is today. */
export function metricInput(metric: string, url: string): z.input<typeof GetMetricRows> {
  const asOf = new URL(url).searchParams.get("asOf") ?? "";
  return { metric, asOf: DAY.test(asOf) ? asOf : undefined };
}
