import { z } from "zod";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { canEndSession, type Subject } from "#modules/staff/policy.ts";

const OneSession = z.object({ sessionId: z.uuid() });

/** Signs a browser out from its next request on. Errors: `staff.session_unknown`. */
export const revokeSession = defineCommand({
  name: "staff.revoke_session",
  title: "Sign a browser out",
  http: "DELETE /sessions/:sessionId",
  access: "signed_in",
  input: OneSession,
  output: OneSession,
  load: async (tx, { sessionId }): Promise<Subject> => {
    const owner = await firstRow<Subject>(
      tx,
      sql`SELECT p.id AS "personId", p.role FROM auth.session s JOIN auth.person p ON p.id = s.person_id
          WHERE s.id = ${sessionId} FOR UPDATE OF s`,
    );
    if (!owner) throw refuse("not_found", "staff.session_unknown", "This session is over already.");
    return owner;
  },
  allow: canEndSession,
  run: async ({ tx, input }) => {
    await tx.execute(sql`DELETE FROM auth.session WHERE id = ${input.sessionId}`);
    return input;
  },
});
