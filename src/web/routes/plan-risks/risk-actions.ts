import { z } from "zod";
import {
  AssessRisk,
  ChangeRiskStatus,
  OwnRisk,
  RespondToRisk,
  SetRiskTrigger,
} from "#modules/playbook/contract/risks.ts";
import { COMMENT_NOTICES } from "#web/parts/comment-forms.ts";

interface RiskAction {
  operation: string;
  schema: z.ZodType;
  /** Notice after success, by its code. */
  notice: keyof typeof RISK_NOTICES;
  fixed?: Record<string, unknown>;
}

/** What each form says when it is done. */
export const RISK_NOTICES = {
  rated: "The rating is kept.",
  owned: "The owner is set.",
  answered: "The response is kept.",
  watched: "The trigger is set. It raises the risk by itself from now on.",
  unwatched: "The trigger is gone.",
  status: "The status is changed.",
  ...COMMENT_NOTICES,
} as const;

/** Everything that can be done on the page of a risk, by the intent of its form. */
export const RISK_ACTIONS: Record<string, RiskAction> = {
  assess: { operation: "playbook.assess_risk", schema: AssessRisk, notice: "rated" },
  own: { operation: "playbook.own_risk", schema: OwnRisk, notice: "owned" },
  respond: { operation: "playbook.respond_to_risk", schema: RespondToRisk, notice: "answered" },
  watch: { operation: "playbook.set_risk_trigger", schema: SetRiskTrigger, notice: "watched" },
  // An empty field is null where the schema allows it.
  unwatch: {
    operation: "playbook.set_risk_trigger",
    schema: z.object({ riskId: z.uuid(), trigger: z.null() }),
    notice: "unwatched",
    fixed: { trigger: null },
  },
  status: { operation: "playbook.change_risk_status", schema: ChangeRiskStatus, notice: "status" },
};
