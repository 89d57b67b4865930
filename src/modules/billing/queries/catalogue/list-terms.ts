import { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { type Terms, TermsList } from "#modules/billing/contract/terms.ts";

/** All conditions of sale ever published, newest first. */
export const listTerms = defineQuery({
  name: "billing.list_terms",
  title: "List conditions of sale",
  http: "GET /billing/terms",
  access: "billing:read",
  input: z.object({}),
  output: TermsList,
  run: async ({ db, now }) => {
    const at = now.toString();
    const items = await rows<z.output<typeof Terms>>(
      db,
      sql`SELECT t.id, t.version, t.body, t.sha256, to_jsonb(t.in_force_at) AS "inForceAt",
            coalesce(t.id = (SELECT id FROM billing.terms WHERE in_force_at <= ${at}
                             ORDER BY in_force_at DESC, id DESC LIMIT 1), false) AS "isInForce",
            (SELECT count(*)::int FROM billing."order" o WHERE o.terms_sha256 = t.sha256) AS orders
          FROM billing.terms t ORDER BY t.in_force_at DESC, t.id DESC LIMIT 200`,
    );
    return { items };
  },
});
