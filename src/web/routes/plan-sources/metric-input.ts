import { z } from "zod";
import type { GetMetricRows } from "#modules/playbook/contract/scorecard.ts";

const Day = z.iso.date();

/** Which metric is asked for, and as of which day; a day that is none is today. */
export function metricInput(metric: string, url: string): z.input<typeof GetMetricRows> {
  const asked = Day.safeParse(new URL(url).searchParams.get("asOf"));
  return { metric, asOf: asked.success ? asked.data : undefined };
}
