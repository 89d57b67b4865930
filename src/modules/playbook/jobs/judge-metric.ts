import { defineJob } from "#kernel/jobs/job.ts";
import { JudgeMetric } from "#modules/playbook/contract/measure.ts";

/** Judges what a metric measures, soon after something told that it may have changed. */
export const judgeChangedMetric = defineJob({
  name: "playbook.judge_changed_metric",
  title: "Judge what a changed metric measures",
  input: JudgeMetric,
  run: async ({ call }, { metric }) => {
    await call("playbook.judge_metric", { metric });
  },
});
