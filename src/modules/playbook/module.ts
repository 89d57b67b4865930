import { defineModule } from "#kernel/module.ts";
import { calendarPart } from "#modules/playbook/calendar-part.ts";
import { evidencePart } from "#modules/playbook/evidence-part.ts";
import { experimentsPart } from "#modules/playbook/experiments-part.ts";
import { playbookNav } from "#modules/playbook/nav.ts";
import { noticesPart } from "#modules/playbook/notices-part.ts";
import { permissions } from "#modules/playbook/permissions.ts";
import { planPart } from "#modules/playbook/plan-part.ts";
import { reviewsPart } from "#modules/playbook/reviews-part.ts";
import { risksPart } from "#modules/playbook/risks-part.ts";
import { schedulePart } from "#modules/playbook/schedule-part.ts";
import { playbookSearch } from "#modules/playbook/search.ts";
import { workPart } from "#modules/playbook/work-part.ts";

/** The plan and what answers for it. */
export const playbookModule = defineModule({
  name: "playbook",
  title: "Plan",
  permissions,
  operations: [
    ...planPart.operations,
    ...evidencePart.operations,
    ...risksPart.operations,
    ...schedulePart.operations,
    ...workPart.operations,
    ...reviewsPart.operations,
    ...experimentsPart.operations,
    ...calendarPart.operations,
  ],
  events: [
    ...planPart.events,
    ...evidencePart.events,
    ...risksPart.events,
    ...schedulePart.events,
    ...workPart.events,
    ...reviewsPart.events,
    ...experimentsPart.events,
  ],
  subscribers: [
    ...planPart.subscribers,
    ...evidencePart.subscribers,
    ...risksPart.subscribers,
    ...noticesPart.subscribers,
  ],
  jobs: [...planPart.jobs, ...evidencePart.jobs, ...risksPart.jobs, ...reviewsPart.jobs],
  metrics: [...planPart.metrics, ...schedulePart.metrics],
  evidence: [...evidencePart.evidence],
  personalData: [
    ...evidencePart.personalData,
    ...risksPart.personalData,
    ...workPart.personalData,
    ...schedulePart.personalData,
    ...reviewsPart.personalData,
    ...experimentsPart.personalData,
    ...calendarPart.personalData,
  ],
  search: playbookSearch,
  notices: [...noticesPart.notices],
  nav: playbookNav,
});
