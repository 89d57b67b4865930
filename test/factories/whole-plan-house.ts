import { defineModule, type Module } from "#kernel/module.ts";
import { calendarPart } from "#modules/playbook/calendar-part.ts";
import { evidencePart } from "#modules/playbook/evidence-part.ts";
import { experimentsPart } from "#modules/playbook/experiments-part.ts";
import { noticesPart } from "#modules/playbook/notices-part.ts";
import { permissions } from "#modules/playbook/permissions.ts";
import { planPart } from "#modules/playbook/plan-part.ts";
import { reviewsPart } from "#modules/playbook/reviews-part.ts";
import { risksPart } from "#modules/playbook/risks-part.ts";
import { schedulePart } from "#modules/playbook/schedule-part.ts";
import { playbookSearch } from "#modules/playbook/search.ts";
import { workPart } from "#modules/playbook/work-part.ts";
import { openPlanHouse, type PlanHouse } from "#test/factories/plan-house.ts";
const playbook: Module = defineModule({
  name: "playbook",
  title: "Plan",
  permissions,
  operations: [
    ...planPart.operations,
    ...schedulePart.operations,
    ...evidencePart.operations,
    ...risksPart.operations,
    ...reviewsPart.operations,
    ...workPart.operations,
    ...experimentsPart.operations,
    ...calendarPart.operations,
  ],
  events: [
    ...planPart.events,
    ...schedulePart.events,
    ...evidencePart.events,
    ...risksPart.events,
    ...reviewsPart.events,
    ...workPart.events,
    ...experimentsPart.events,
  ],
  subscribers: [
    ...planPart.subscribers,
    ...evidencePart.subscribers,
    ...risksPart.subscribers,
    ...noticesPart.subscribers,
  ],
  notices: noticesPart.notices,
  search: playbookSearch,
  jobs: [...evidencePart.jobs, ...risksPart.jobs, ...reviewsPart.jobs],
  evidence: evidencePart.evidence,
  metrics: [...planPart.metrics, ...schedulePart.metrics],
});

/** A plan house with every part of the playbook in it. */
export const openWholePlanHouse = (
  options: { deliverables?: readonly string[]; start?: string } = {},
): Promise<PlanHouse> => openPlanHouse({ modules: [playbook], ...options });
