import { actorPersonId } from "#kernel/actor.ts";
import { localDate } from "#kernel/clock.ts";
import { refuse } from "#kernel/errors.ts";
import { recordReport } from "#kernel/metrics/report.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { announceChanges } from "#modules/playbook/commands/announce-changes.ts";
import { judgeCriteria } from "#modules/playbook/commands/judging.ts";
import { ReportedMeasurement, ReportMeasurement } from "#modules/playbook/contract/measure.ts";
import { ValueReported } from "#modules/playbook/events.ts";
import { findActivePlan } from "#modules/playbook/queries/active-plan.ts";

/**
 * Keeps a value that a person read somewhere, and judges the criteria it measures at once.
 * Errors: `playbook.metric_is_live`, `playbook.report_in_future`.
 */
export const reportMeasurement = defineCommand({
  name: "playbook.report_measurement",
  title: "Report a value for a metric that nothing measures yet",
  http: "POST /playbook/measurements",
  access: "playbook:report",
  input: ReportMeasurement,
  output: ReportedMeasurement,
  run: async (context) => {
    const { tx, input, now, actor, emit } = context;
    const { metric, value, source, note } = input;
    const live = context.metrics.find(metric);
    if (live)
      throw refuse(
        "conflict",
        "playbook.metric_is_live",
        `${live.title} is measured by Cairn itself and cannot be reported.`,
      );
    const today = localDate(now, (await context.company()).zone).toString();
    const asOf = input.asOf ?? today;
    if (asOf > today)
      throw refuse(
        "invalid",
        "playbook.report_in_future",
        `${asOf} lies ahead. Report values up to today, ${today}.`,
      );
    const reportId = await recordReport(
      tx,
      { metric, value, asOfOn: asOf, source, note },
      { personId: actorPersonId(actor), now },
    );
    await emit(ValueReported, { reportId, metric, value, asOfOn: asOf });
    const plan = await findActivePlan(tx);
    const changes = plan ? await judgeCriteria(tx, context, { planId: plan.id, metrics: [metric] }, now) : [];
    if (plan) await announceChanges(context, plan.id, changes);
    return { reportId, metric, value, asOf, changes };
  },
});
