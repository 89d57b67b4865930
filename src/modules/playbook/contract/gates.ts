import { z } from "zod";
import { GivenDay } from "#modules/playbook/contract/fields.ts";
import { CriterionState } from "./measure.ts";

export const GateCriterion = z.object({
  nodeId: z.uuid(),
  text: z.string(),
  kind: z.string(),
  metric: z.string().nullable(),
  raw: z.string().nullable(),
  value: z.number().nullable(),
  state: CriterionState,
  reason: z.string(),
  source: z.string(),
  dueOn: z.string().nullable(),
  waiver: z
    .object({
      waiverId: z.uuid(),
      reason: z.string(),
      authorName: z.string().nullable(),
      expiresOn: z.string(),
      valid: z.boolean(),
    })
    .nullable(),
});

export const Gate = z.object({
  gateId: z.uuid(),
  phaseId: z.uuid(),
  phase: z.string(),
  opensPhaseId: z.uuid().nullable(),
  opensPhase: z.string().nullable(),
  dueOn: z.string(),
  /** True when it may be opened now: every criterion is met or validly waived. */
  ready: z.boolean(),
  openedAt: z.string().nullable(),
  met: z.object({ done: z.int(), total: z.int(), share: z.number().nullable() }),
  criteria: z.array(GateCriterion),
  decisions: z.array(
    z.object({
      decision: z.string(),
      decidedAt: z.string(),
      decidedByName: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
});

export const WaiveCriterion = z.object({
  gateId: z.uuid(),
  nodeId: z.uuid(),
  reason: z.string().trim().min(10, "Say why in at least 10 characters").max(2000),
  expiresOn: GivenDay.describe("Last day the waiver counts"),
});
