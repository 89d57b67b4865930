import { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ErasureStatus, NamedErasureRequest } from "#modules/people/contract/erasure.ts";
import { REQUEST_COLUMNS, toRequest } from "#modules/people/queries/erasure/read-requests.ts";

/** Requests to erase data, the one that waits longest first. */
export const listErasureRequests = defineQuery({
  name: "people.list_erasure_requests",
  title: "List customers' requests to erase their data",
  http: "GET /customers/erasure-requests",
  access: "people:read",
  input: z.object({
    status: ErasureStatus.default("open"),
    limit: z.number().int().min(1).max(200).default(50),
    cursor: z.uuid().optional(),
  }),
  output: z.object({ items: z.array(NamedErasureRequest), nextCursor: z.string().nullable() }),
  run: async ({ db, input: { status, limit, cursor } }) => {
    const found = await rows<z.output<typeof NamedErasureRequest>>(
      db,
      sql`SELECT * FROM (
            SELECT ${REQUEST_COLUMNS}, p.name, p.email
            FROM people.erasure_request r JOIN auth.person p ON p.id = r.person_id) AS request
          WHERE status = ${status} AND ${cursor ? sql`"requestId" > ${cursor}` : sql`true`}
          ORDER BY "requestId" LIMIT ${limit + 1}`,
    );
    const page = found.slice(0, limit);
    return {
      items: page.map(toRequest),
      nextCursor: found.length > limit ? (page.at(-1)?.requestId ?? null) : null,
    };
  },
});
