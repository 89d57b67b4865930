import { z } from "zod";
import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockGate } from "#modules/playbook/commands/open-gate.ts";
import { WaiveCriterion } from "#modules/playbook/contract/gates.ts";
import { CriterionWaived } from "#modules/playbook/events.ts";
import { companyToday, gateCriteria } from "#modules/playbook/queries/gate-facts.ts";

/**
 * Lets a gate open without one criterion, until a day, for a stated reason; it stays visible.
 * Errors: `playbook.not_at_this_gate`, `playbook.waiver_expired`, `playbook.gate_already_open`.
 */
export const waiveCriterion = defineCommand({
  name: "playbook.waive_criterion",
  title: "Waive a criterion at a gate, with reason and expiry",
  http: "POST /playbook/gates/:gateId/waivers",
  access: "playbook:decide",
  confirm: true,
  input: WaiveCriterion,
  output: z.object({ waiverId: z.uuid() }),
  load: (tx, { gateId }) => lockGate(tx, gateId),
  run: async (context, gate) => {
    const { tx, input, now, actor, emit } = context;
    const { nodeId, reason, expiresOn } = input;
    if (gate.openedAt)
      throw refuse(
        "conflict",
        "playbook.gate_already_open",
        "This gate is open already; nothing is left to waive.",
      );
    const criteria = await gateCriteria(tx, [gate.id]);
    if (!criteria.some((criterion) => criterion.nodeId === nodeId))
      throw refuse("not_found", "playbook.not_at_this_gate", "This criterion does not stand at this gate.");
    if (expiresOn < (await companyToday(context)))
      throw refuse("invalid", "playbook.waiver_expired", "The last day of a waiver must not be past.");
    const waiverId = newId();
    await tx.execute(
      sql`INSERT INTO playbook.waiver (id, gate_id, node_id, reason, author_id, created_at, expires_on)
          VALUES (${waiverId}, ${gate.id}, ${nodeId}, ${reason}, ${actorPersonId(actor)}, ${now.toString()}, ${expiresOn})`,
    );
    await emit(CriterionWaived, { gateId: gate.id, nodeId, waiverId, expiresOn });
    return { waiverId };
  },
});
