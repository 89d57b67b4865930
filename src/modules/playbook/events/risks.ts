import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";

/** A risk scores higher than before. `byTrigger`: a metric passed its level and nobody had to look. */
export const RiskRaised = defineEvent({
  name: "playbook.risk_raised",
  version: 1,
  title: "Risk raised",
  payload: z.object({
    riskId: z.uuid(),
    planId: z.uuid(),
    text: z.string(),
    from: z.number().nullable(),
    /** Null while one of the two ratings is missing. */
    to: z.number().nullable(),
    cause: z.string(),
    byTrigger: z.boolean(),
  }),
});

/** Something else about a risk changed: its rating fell, its owner, response, trigger or status. */
export const RiskChanged = defineEvent({
  name: "playbook.risk_changed",
  version: 1,
  title: "Risk changed",
  payload: z.object({
    riskId: z.uuid(),
    planId: z.uuid(),
    text: z.string(),
    change: z.enum(["assessed", "owned", "responded", "trigger_set", "status"]),
    cause: z.string(),
  }),
});
