import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import type { MetricRegistry } from "#kernel/metrics/registry.ts";
import { metricValues } from "#kernel/metrics/values.ts";
import type { Risk } from "#modules/playbook/contract/risks.ts";
import type { RiskRow } from "#modules/playbook/queries/risk-rows.ts";
import { describeTrigger } from "#modules/playbook/rules/risks/describe-trigger.ts";
import { riskBand } from "#modules/playbook/rules/risks/score-risk.ts";
import { triggerStyle } from "#modules/playbook/queries/trigger-style.ts";

interface Surroundings {
  metrics: MetricRegistry;
  asOf: Temporal.Instant;
  zone: string;
  currency: string;
}

type ShownRisk = z.output<typeof Risk>;

/** Risks as people see them, each trigger with the value its metric has now. */
export async function presentRisks(
  db: Db,
  found: readonly RiskRow[],
  { metrics, asOf, zone, currency }: Surroundings,
): Promise<ShownRisk[]> {
  const watched = [...new Set(found.flatMap(({ trigger }) => trigger?.metric ?? []))];
  const values = await metricValues(db, metrics, watched, { asOf, zone });
  return found.map(({ position: _position, sortKey: _sortKey, ...risk }) => {
    const { trigger, score } = risk;
    const styled = trigger && { ...trigger, ...triggerStyle(metrics, trigger.metric, currency) };
    const known = trigger ? values.get(trigger.metric) : undefined;
    return {
      ...risk,
      band: score === null ? null : riskBand(score),
      trigger: styled && {
        metric: styled.metric,
        op: styled.op,
        level: styled.level,
        raiseTo: styled.raiseTo,
        title: styled.title,
        sentence: describeTrigger(styled),
        value: known?.value ?? null,
        valueReason: known?.reason ?? null,
      },
    };
  });
}
