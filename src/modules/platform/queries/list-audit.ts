import { defineQuery } from "#kernel/operation/operation.ts";
import { AuditEntry, AuditFilter, Paging, pageOf } from "#modules/platform/contract.ts";
import { toPage } from "#modules/platform/paging.ts";
import { findAudit } from "#modules/platform/queries/audit-rows.ts";

/** Who did what when, newest first. Ids only: names are looked up by whoever may see them. */
export const listAudit = defineQuery({
  name: "platform.list_audit",
  title: "Read who did what",
  http: "GET /audit",
  access: "platform:audit",
  input: Paging.extend(AuditFilter.shape),
  output: pageOf(AuditEntry),
  run: async ({ db, input: { limit, cursor, ...filter } }) => {
    const found = await findAudit(db, filter, { before: cursor, limit: limit + 1 });
    return toPage(found, limit, (entry) => String(entry.seq));
  },
});
