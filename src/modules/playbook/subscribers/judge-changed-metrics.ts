import { defineSubscriber } from "#kernel/events/event.ts";
import { judgeChangedMetric } from "#modules/playbook/jobs/judge-metric.ts";
import { watchedMetrics } from "#modules/playbook/queries/watched-metrics.ts";

/** A burst of facts, such as all of one purchase, is one change. */
const GATHER_SECONDS = 3;

/**
 * When something a metric counts changes, what it measures is judged, once for all that happened in some seconds. Which
 * facts those are, the registry of metrics says: no module is known here.
 */
export const judgeChangedMetrics = defineSubscriber({
  name: "playbook.judge_changed_metrics",
  events: ["*"],
  handle: async (event, { tx, metrics, enqueue }) => {
    const changed = metrics.list().filter(({ changedBy }) => changedBy?.includes(event.name));
    if (changed.length === 0) return;
    const watched = await watchedMetrics(
      tx,
      changed.map(({ key }) => key),
    );
    for (const metric of watched)
      await enqueue(judgeChangedMetric, { metric }, { singletonKey: metric, waitSeconds: GATHER_SECONDS });
  },
});
