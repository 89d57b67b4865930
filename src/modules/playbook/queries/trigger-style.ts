import type { MetricRegistry } from "#kernel/metrics/registry.ts";
import { titleOfKind } from "#modules/playbook/queries/found-evidence.ts";

/** How values of a metric are named and written; a metric no module has yet is named after its key. */
export function triggerStyle(metrics: MetricRegistry, metric: string, currency: string) {
  const definition = metrics.find(metric);
  const title = definition?.title ?? titleOfKind(metric.slice(metric.indexOf(".") + 1));
  if (definition?.unit === "money") return { title, currency };
  return definition ? { title, unit: definition.unit } : { title };
}
