import { assessRisk } from "#modules/playbook/commands/assess-risk.ts";
import { changeRiskStatus } from "#modules/playbook/commands/change-risk-status.ts";
import { checkRisks } from "#modules/playbook/commands/check-risks.ts";
import { ownRisk } from "#modules/playbook/commands/own-risk.ts";
import { respondToRisk } from "#modules/playbook/commands/respond-to-risk.ts";
import { setRiskTrigger } from "#modules/playbook/commands/set-risk-trigger.ts";
import { RiskChanged, RiskRaised } from "#modules/playbook/events/risks.ts";
import { checkRisksHourly } from "#modules/playbook/jobs/check-risks.ts";
import { riskData } from "#modules/playbook/personal-data/risks.ts";
import { getHeatMap } from "#modules/playbook/queries/get-heat-map.ts";
import { getRisk } from "#modules/playbook/queries/get-risk.ts";
import { listRisks } from "#modules/playbook/queries/list-risks.ts";
import { checkReportedRisks } from "#modules/playbook/subscribers/check-reported-risks.ts";

/** What could hurt: risks with owner, rating, response and trigger. */
export const risksPart = {
  operations: [
    listRisks,
    getRisk,
    getHeatMap,
    assessRisk,
    ownRisk,
    respondToRisk,
    setRiskTrigger,
    changeRiskStatus,
    checkRisks,
  ],
  events: [RiskRaised, RiskChanged],
  subscribers: [checkReportedRisks],
  jobs: [checkRisksHourly],
  personalData: [riskData],
} as const;
