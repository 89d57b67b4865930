import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";

export const PlanImported = defineEvent({
  name: "playbook.plan_imported",
  version: 1,
  title: "A plan was imported",
  payload: z.object({
    planId: z.uuid(),
    sourceId: z.uuid(),
    first: z.boolean(),
    added: z.int(),
    changed: z.int(),
    removed: z.int(),
  }),
});

export const ValueReported = defineEvent({
  name: "playbook.value_reported",
  version: 1,
  title: "A value was reported",
  payload: z.object({ reportId: z.uuid(), metric: z.string(), value: z.number(), asOfOn: z.iso.date() }),
});

export const CriterionChanged = defineEvent({
  name: "playbook.criterion_changed",
  version: 1,
  title: "A criterion changed its state",
  payload: z.object({
    planId: z.uuid(),
    nodeId: z.uuid(),
    was: z.string().nullable(),
    state: z.string(),
    reason: z.string(),
  }),
});

export const GateOpened = defineEvent({
  name: "playbook.gate_opened",
  version: 1,
  title: "A gate was opened",
  payload: z.object({
    planId: z.uuid(),
    gateId: z.uuid(),
    phaseId: z.uuid(),
    opensPhaseId: z.uuid().nullable(),
  }),
});

export const CriterionWaived = defineEvent({
  name: "playbook.criterion_waived",
  version: 1,
  title: "A criterion was waived at a gate",
  payload: z.object({ gateId: z.uuid(), nodeId: z.uuid(), waiverId: z.uuid(), expiresOn: z.iso.date() }),
});
