import { z } from "zod";
import { Instant, NodeRef, PersonRef, paging, writtenText } from "./fields.ts";
import { MetricKey } from "./measure.ts";

/** 1 very low, 2 low, 3 medium, 4 high, 5 very high. */
const Rating = z.number().int().min(1).max(5);
const RiskStatus = z.enum(["open", "happened", "closed"]);
const RiskBand = z.enum(["low", "moderate", "high", "critical"]);
const ResponseKind = z.enum(["avoid", "reduce", "transfer", "accept"]);

/** Raises the risk to these ratings by itself when the metric passes the level. It never lowers. */
export const RiskTrigger = z.object({
  metric: MetricKey,
  op: z.enum([">=", ">", "<=", "<", "="]),
  level: z.number(),
  raiseTo: z
    .object({ probability: Rating.optional(), impact: Rating.optional() })
    .refine(({ probability, impact }) => probability !== undefined || impact !== undefined, {
      error: "must name a probability or an impact",
    }),
});

/** `score` is probability × impact, null while one is not rated. `triggeredAt` is set while its trigger is breached. */
export const Risk = z.object({
  id: z.uuid(),
  text: z.string(),
  group: z.string().nullable(),
  owner: PersonRef,
  probability: Rating.nullable(),
  impact: Rating.nullable(),
  score: z.number().int().nullable(),
  band: RiskBand.nullable(),
  response: z.object({ kind: ResponseKind, text: z.string() }).nullable(),
  trigger: z
    .object({
      ...RiskTrigger.shape,
      title: z.string(),
      /** In a sentence: “Cost per customer above $1,680 raises probability to 4”. */
      sentence: z.string(),
      value: z.number().nullable(),
      valueReason: z.string().nullable(),
    })
    .nullable(),
  triggeredAt: Instant.nullable(),
  status: RiskStatus,
  /** What changed last, and why; null while nobody has touched it. */
  lastChange: z.object({ at: Instant, cause: z.string() }).nullable(),
  lines: z.tuple([z.number().int(), z.number().int()]),
});

export const ListRisks = z.object({
  status: RiskStatus.optional(),
  band: RiskBand.optional(),
  unowned: z.boolean().optional(),
  ownerId: z.uuid().optional(),
  unrated: z.boolean().optional(),
  /** One cell of the map, or a row or a column of it. */
  probability: Rating.optional(),
  impact: Rating.optional(),
  /** Triggered now, or changed in the last seven days. */
  moved: z.boolean().optional(),
  search: z.string().trim().max(200).optional(),
  sort: z.enum(["score", "text", "owner", "status"]).default("score"),
  direction: z.enum(["asc", "desc"]).default("desc"),
  ...paging,
});
/**
 * Highest score first unless sorted otherwise, unrated ones first of all: they ask for attention. `total` is of all
 * that fit, `counts` are of all open ones; `mitigations` are the plan's own.
 */
export const RiskPage = z.object({
  risks: z.array(Risk),
  mitigations: z.array(NodeRef),
  counts: z.object({
    open: z.number().int(),
    unowned: z.number().int(),
    unrated: z.number().int(),
    triggered: z.number().int(),
  }),
  total: z.number().int(),
  nextCursor: z.string().nullable(),
});

export const GetRisk = z.object({ riskId: z.uuid() });
const RiskSnapshot = z.object({
  probability: Rating.nullable(),
  impact: Rating.nullable(),
  status: RiskStatus,
});
/** `changes` newest first; `by` null when the trigger did it. */
export const RiskDetail = Risk.extend({
  changes: z.array(
    z.object({ at: Instant, by: PersonRef, cause: z.string(), was: RiskSnapshot, became: RiskSnapshot }),
  ),
});

const RiskMark = z.object({
  id: z.uuid(),
  text: z.string(),
  owner: PersonRef,
  triggered: z.boolean(),
});
/** Rows from probability 5 down to 1, cells from impact 1 up to 5; open risks alone. */
export const HeatMap = z.object({
  rows: z.array(
    z.array(
      z.object({
        probability: Rating,
        impact: Rating,
        score: z.number().int(),
        band: RiskBand,
        risks: z.array(RiskMark),
      }),
    ),
  ),
  unrated: z.array(RiskMark),
});

export const AssessRisk = z.object({
  riskId: z.uuid(),
  probability: Rating,
  impact: Rating,
  note: z.string().trim().max(1000).optional(),
});
export const OwnRisk = z.object({ riskId: z.uuid(), ownerId: z.uuid().nullable() });
export const RespondToRisk = z.object({ riskId: z.uuid(), kind: ResponseKind, text: writtenText(4000) });
export const SetRiskTrigger = z.object({ riskId: z.uuid(), trigger: RiskTrigger.nullable() });
export const ChangeRiskStatus = z.object({
  riskId: z.uuid(),
  status: RiskStatus,
  note: writtenText(1000),
});
/** How a risk stands after a change. */
export const RiskStanding = z.object({
  riskId: z.uuid(),
  probability: Rating.nullable(),
  impact: Rating.nullable(),
  score: z.number().int().nullable(),
  band: RiskBand.nullable(),
  status: RiskStatus,
});

export const CheckedRisks = z.object({ raised: z.array(z.uuid()) });
