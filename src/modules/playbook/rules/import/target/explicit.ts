import { USUAL_METRICS } from "../../targets/usual-metrics.ts";
import type { MetricBound } from "../types.ts";
import { folded } from "../words.ts";
import { findQuantities, type GrammarOptions } from "./grammar.ts";

const KEY = /^[`“"']?([a-z][a-z0-9_]{0,40}\.[a-z][a-z0-9_]{0,60})[`”"']?(?=\s|[,;)]|$)/u;

/** The metric that words name outright, by its key ("site.posts_published") or its title; null for none. */
export function metricNamed(text: string): string | null {
  const key = KEY.exec(text.trim())?.[1];
  if (key) return key;
  const name = folded(text);
  return USUAL_METRICS.find(({ title }) => folded(title) === name)?.key ?? null;
}

/** "people.customer_retention_rate < 90%" as a bound; null where the words are for people. */
export function triggerBound(text: string, options: GrammarOptions): MetricBound | null {
  const [quantity, ...others] = findQuantities(text, options);
  if (!quantity || others.length > 0) return null;
  const { raw, op, min, max } = quantity;
  const at = text.indexOf(raw);
  const metric = metricNamed(text.slice(0, at));
  const level = min ?? max;
  const whole = text.slice(at + raw.length).replaceAll(/[.\s]/g, "") === "";
  if (!metric || !whole || level === null || op === "between" || op === "delta") return null;
  return { metric, op, level };
}
