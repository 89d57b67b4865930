import type { PlanReading } from "./types.ts";

/** The documented, stable JSON of a reading (`bin/cairn import FILE --dry-run --json`, see docs/api.md). */
export function planJson(reading: PlanReading) {
  const { encoding, title, start, counts, targets, nodes, questions, skipped, lint } = reading;
  return {
    encoding,
    title,
    start,
    currency: reading.currency,
    counts,
    targets: targets.map(({ line, raw, op, min, max, unit, currency, window, metric, due, node }) => ({
      line,
      raw,
      op,
      min,
      max,
      unit,
      currency,
      window,
      metric,
      due,
      node,
    })),
    nodes,
    questions,
    skipped,
    lint,
  };
}
