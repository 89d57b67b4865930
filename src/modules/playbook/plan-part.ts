import { answerQuestion } from "#modules/playbook/commands/answer-question.ts";
import { draftImport } from "#modules/playbook/commands/import/draft-import.ts";
import { previewImport } from "#modules/playbook/commands/import/preview-import.ts";
import { listTargets } from "#modules/playbook/queries/list-targets.ts";
import { getTarget } from "#modules/playbook/queries/get-target.ts";
import { listCriteria } from "#modules/playbook/queries/list-criteria.ts";
import { getImportDraft } from "#modules/playbook/queries/get-import-draft.ts";
import { listMetrics } from "#modules/playbook/queries/list-metrics.ts";
import { getMetricRows } from "#modules/playbook/queries/get-metric-rows.ts";
import { listSources } from "#modules/playbook/queries/list-sources.ts";
import { getSource } from "#modules/playbook/queries/get-source.ts";
import { listQuestions } from "#modules/playbook/queries/list-questions.ts";
import { exportPlan } from "#modules/playbook/queries/export-plan.ts";
import { chooseMetric } from "#modules/playbook/commands/choose-metric.ts";
import { confirmCriterion } from "#modules/playbook/commands/confirm-criterion.ts";
import { importPlan } from "#modules/playbook/commands/import/import-plan.ts";
import { judgeMetric } from "#modules/playbook/commands/judge-metric.ts";
import { measurePlan } from "#modules/playbook/commands/measure-plan.ts";
import { openGate } from "#modules/playbook/commands/open-gate.ts";
import { reportMeasurement } from "#modules/playbook/commands/report-measurement.ts";
import { revokeWaiver } from "#modules/playbook/commands/revoke-waiver.ts";
import { waiveCriterion } from "#modules/playbook/commands/waive-criterion.ts";
import { withdrawConfirmation } from "#modules/playbook/commands/withdraw-confirmation.ts";
import {
  CriterionChanged,
  CriterionWaived,
  GateOpened,
  PlanImported,
  ValueReported,
} from "#modules/playbook/events/plan.ts";
import { judgeChangedMetric } from "#modules/playbook/jobs/judge-metric.ts";
import { measureJob } from "#modules/playbook/jobs/measure.ts";
import { playbookMetrics } from "#modules/playbook/metrics.ts";
import { findPlan } from "#modules/playbook/queries/find-plan.ts";
import { getOverview } from "#modules/playbook/queries/get-overview.ts";
import { getStatus } from "#modules/playbook/queries/get-status.ts";
import { listGates } from "#modules/playbook/queries/list-gates.ts";
import { judgeChangedMetrics } from "#modules/playbook/subscribers/judge-changed-metrics.ts";

/** The plan itself: import, numbers, criteria, gates, where it stands. */
export const planPart = {
  operations: [
    importPlan,
    findPlan,
    getStatus,
    getOverview,
    listGates,
    openGate,
    waiveCriterion,
    revokeWaiver,
    reportMeasurement,
    chooseMetric,
    confirmCriterion,
    withdrawConfirmation,
    measurePlan,
    judgeMetric,
    answerQuestion,
    previewImport,
    draftImport,
    getImportDraft,
    listMetrics,
    listTargets,
    getTarget,
    listCriteria,
    getMetricRows,
    listSources,
    getSource,
    listQuestions,
    exportPlan,
  ],
  events: [PlanImported, ValueReported, CriterionChanged, GateOpened, CriterionWaived],
  subscribers: [judgeChangedMetrics],
  jobs: [measureJob, judgeChangedMetric],
  metrics: playbookMetrics,
} as const;
