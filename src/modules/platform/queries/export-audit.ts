import { stringify } from "csv-stringify/sync";
import { z } from "zod";
import { defineQuery } from "#kernel/operation/operation.ts";
import { AuditFilter } from "#modules/platform/contract.ts";
import { findAudit } from "#modules/platform/queries/audit-rows.ts";

const MAX_ROWS = 50_000;

/** The audit trail as CSV, newest first; `complete` is false where it was cut at 50,000 rows. */
export const exportAudit = defineQuery({
  name: "platform.export_audit",
  title: "Export who did what as CSV",
  http: "GET /audit/csv",
  access: "platform:audit",
  input: AuditFilter,
  output: z.object({ csv: z.string(), complete: z.boolean() }),
  run: async ({ db, input }) => {
    const found = await findAudit(db, input, { limit: MAX_ROWS + 1 });
    const lines = found.slice(0, MAX_ROWS).map((entry) => ({
      ...entry,
      subjects: Object.entries(entry.subjects)
        .map(([field, id]) => `${field}=${id}`)
        .join(" "),
    }));
    return {
      csv: stringify(lines, { header: true, escape_formulas: true, record_delimiter: "windows" }),
      complete: found.length <= MAX_ROWS,
    };
  },
});
