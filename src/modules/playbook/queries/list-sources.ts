import { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { SourceSummary } from "#modules/playbook/contract/sources.ts";
import { getActivePlan } from "#modules/playbook/queries/active-plan.ts";

type Row = z.output<typeof SourceSummary>;

export const listSources = defineQuery({
  name: "playbook.list_sources",
  title: "List the files the plan was imported from",
  http: "GET /playbook/sources",
  access: "playbook:read",
  input: z.object({}),
  output: z.object({ sources: z.array(SourceSummary) }),
  run: async ({ db }) => {
    const plan = await getActivePlan(db);
    const sources = await rows<Row>(
      db,
      sql`SELECT s.id AS "sourceId", s.file_name AS "fileName", s.sha256, s.imported_at AS "importedAt",
                 p.name AS "importedBy", jsonb_array_length(s.changes) AS changes, s.id = ${plan.sourceId} AS current
          FROM playbook.source s LEFT JOIN auth.person p ON p.id = s.imported_by
          WHERE s.plan_id = ${plan.id} ORDER BY s.imported_at DESC, s.id DESC LIMIT 200`,
    );
    return {
      sources: sources.map((source) => ({
        ...source,
        importedAt: Temporal.Instant.from(source.importedAt).toString(),
      })),
    };
  },
});
