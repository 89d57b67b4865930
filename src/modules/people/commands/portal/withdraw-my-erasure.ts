import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { ownPersonId } from "#modules/people/own-person.ts";
import { OneErasureRequest } from "#modules/people/contract/erasure.ts";

/** Takes one's request back while nobody decided it. Errors: `people.erasure_unknown`. */
export const withdrawMyErasure = defineCommand({
  name: "people.withdraw_my_erasure",
  title: "Take back my request to erase my data",
  http: "DELETE /account/erasure-requests/:requestId",
  access: "customer",
  input: OneErasureRequest,
  output: OneErasureRequest,
  run: async ({ tx, now, actor, input }) => {
    const row = await firstRow(
      tx,
      sql`UPDATE people.erasure_request SET withdrawn_at = ${now.toString()}
          WHERE id = ${input.requestId} AND person_id = ${ownPersonId(actor)}
            AND withdrawn_at IS NULL AND decided_at IS NULL
          RETURNING id`,
    );
    if (!row) throw refuse("not_found", "people.erasure_unknown", "You have no open request of this id.");
    return input;
  },
});
