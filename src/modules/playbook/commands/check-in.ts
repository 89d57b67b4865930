import { actorPersonId } from "#kernel/actor.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { CheckedIn as CheckedInOutput, CheckIn } from "#modules/playbook/contract/work.ts";
import { CheckedIn } from "#modules/playbook/events/work.ts";
import { companyDay } from "#modules/playbook/queries/company-day.ts";
import { lockNode } from "#modules/playbook/queries/lock-node.ts";

/** Says how a work package goes, today. */
export const checkIn = defineCommand({
  name: "playbook.check_in",
  title: "Say how a work package goes",
  http: "POST /playbook/work-packages/:workPackageId/check-ins",
  access: "playbook:report",
  input: CheckIn,
  output: CheckedInOutput,
  load: (tx, { workPackageId }) => lockNode(tx, workPackageId, "workPackage"),
  run: async (context, { id: nodeId, planId }) => {
    const { tx, input, now, actor, emit } = context;
    const { confidence, note } = input;
    const { today } = await companyDay(context);
    const checkInId = newId();
    await tx.execute(
      sql`INSERT INTO playbook.check_in (id, node_id, on_day, confidence, note, author_id, created_at)
          VALUES (${checkInId}, ${nodeId}, ${today}, ${confidence}, ${note}, ${actorPersonId(actor)},
            ${now.toString()})`,
    );
    await emit(CheckedIn, { checkInId, nodeId, planId, confidence });
    return { checkInId };
  },
});
