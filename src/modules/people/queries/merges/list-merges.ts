import { z } from "zod";
import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { MergeEntry } from "#modules/people/contract/merges.ts";
import { isoInstant, isoInstantOrNull } from "#modules/people/queries/iso-instant.ts";

interface Row {
  mergeId: string;
  kind: "account" | "person";
  keptId: string;
  mergedId: string;
  keptName: string | null;
  mergedName: string | null;
  mergedAt: string;
  mergedBy: string | null;
  undoneAt: string | null;
  covered: boolean;
  erased: boolean;
}

function standsBecause({ undoneAt, covered, erased }: Row): string | null {
  if (undoneAt !== null) return "It was undone";
  if (covered) return "What was kept was merged again since";
  return erased ? "One of the two was erased since" : null;
}

const NAME = (id: ReturnType<typeof sql>) =>
  sql`coalesce((SELECT name FROM people.account WHERE id = ${id}), (SELECT name FROM auth.person WHERE id = ${id}))`;

/** Merges of a customer, a person, or all, the last first. */
export const listMerges = defineQuery({
  name: "people.list_merges",
  title: "List merges of customers",
  http: "GET /customers/merges",
  access: "people:read",
  input: z.object({
    ofId: z.uuid().optional().describe("Of one account or person, kept or merged"),
    limit: z.number().int().min(1).max(200).default(50),
    cursor: z.uuid().optional(),
  }),
  output: z.object({ items: z.array(MergeEntry), nextCursor: z.string().nullable() }),
  run: async ({ db, input: { ofId, limit, cursor } }) => {
    const found = await rows<Row>(
      db,
      sql`SELECT m.id AS "mergeId", m.kind, m.kept_id AS "keptId", m.merged_id AS "mergedId",
            ${NAME(sql`m.kept_id`)} AS "keptName", ${NAME(sql`m.merged_id`)} AS "mergedName",
            m.merged_at AS "mergedAt", p.name AS "mergedBy", m.undone_at AS "undoneAt",
            EXISTS (SELECT FROM people.merge o WHERE o.merged_id = m.kept_id AND o.undone_at IS NULL) AS covered,
            m.kind = 'person' AND m.before = '{}' AS erased
          FROM people.merge m LEFT JOIN auth.person p ON p.id = m.merged_by
          WHERE ${ofId ? sql`${ofId} IN (m.kept_id, m.merged_id)` : sql`true`}
            AND ${cursor ? sql`m.id < ${cursor}` : sql`true`}
          ORDER BY m.id DESC LIMIT ${limit + 1}`,
    );
    const page = found.slice(0, limit);
    return {
      items: page.map((row) => ({
        ...row,
        keptName: row.keptName ?? "",
        mergedName: row.mergedName ?? "",
        mergedAt: isoInstant(row.mergedAt),
        undoneAt: isoInstantOrNull(row.undoneAt),
        standsBecause: standsBecause(row),
      })),
      nextCursor: found.length > limit ? (page.at(-1)?.mergeId ?? null) : null,
    };
  },
});
