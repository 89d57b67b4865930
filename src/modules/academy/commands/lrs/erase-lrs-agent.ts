import { z } from "zod";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { eraseAgents } from "#modules/academy/lrs/erase-agents.ts";
import { identityOf } from "#modules/academy/rules/lrs/agent-identity.ts";
import { checkActor } from "#modules/academy/rules/lrs/check-agent.ts";
import { StatementFault } from "#modules/academy/rules/lrs/statement-fault.ts";

function identityIn(agent: unknown): string {
  try {
    checkActor(agent, "agent");
    const identity = identityOf(agent);
    if (identity !== undefined) return identity;
  } catch (error) {
    if (!(error instanceof StatementFault)) throw error;
  }
  throw refuse("invalid", "academy.lrs_agent_malformed", "Give an agent of xAPI with one identifier.");
}

/**
 * Forgets an agent for good: its own statements and documents go, in others it becomes nameless. For people the house
 * has no account of; those it has are erased with everything else. Errors: `academy.lrs_agent_malformed`.
 */
export const eraseLrsAgent = defineCommand({
  name: "academy.erase_lrs_agent",
  title: "Erase an agent's learning records for good",
  http: "POST /academy/lrs/erasures",
  access: "academy:admin",
  confirm: true,
  input: z.object({
    agent: z
      .record(z.string(), z.unknown())
      .describe('An agent of xAPI with one identifier, such as {"mbox": "mailto:…"}'),
  }),
  output: z.object({ deleted: z.int(), changed: z.int() }),
  run: ({ tx, input }) =>
    eraseAgents(tx, { identities: new Set([identityIn(input.agent)]), personIds: new Set() }),
});
