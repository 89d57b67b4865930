import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { OneErasureRequest } from "#modules/people/contract/erasure.ts";
import { NewErasureRequest } from "#modules/people/contract/portal.ts";
import { ErasureRequested } from "#modules/people/events/persons.ts";
import { ownPersonId } from "#modules/people/own-person.ts";

/** Asks that one's data be erased; somebody of the house decides. Errors: `people.erasure_requested_already`. */
export const requestMyErasure = defineCommand({
  name: "people.request_my_erasure",
  title: "Ask that my data be erased",
  http: "POST /account/erasure-requests",
  access: "customer",
  confirm: true,
  input: NewErasureRequest,
  output: OneErasureRequest,
  run: async ({ tx, now, actor, emit, input }) => {
    const personId = ownPersonId(actor);
    const row = await firstRow<{ id: string }>(
      tx,
      sql`INSERT INTO people.erasure_request (id, person_id, note, requested_at)
          VALUES (${newId()}, ${personId}, ${input.note}, ${now.toString()})
          ON CONFLICT (person_id) WHERE withdrawn_at IS NULL AND decided_at IS NULL DO NOTHING RETURNING id`,
    );
    if (!row)
      throw refuse(
        "conflict",
        "people.erasure_requested_already",
        "You asked for this already. We will answer.",
      );
    await emit(ErasureRequested, { personId, requestId: row.id });
    return { requestId: row.id };
  },
});
