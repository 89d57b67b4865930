import { z } from "zod";
import { defineQuery } from "#kernel/operation/operation.ts";
import { AuditEntry, AuditPage, pageOf } from "#modules/platform/contract.ts";
import { toPage } from "#modules/platform/paging.ts";
import { findAudit } from "#modules/platform/queries/audit-rows.ts";
import { securityTitles } from "#modules/platform/security-titles.ts";

/** Who did what when, newest first; `operations` are what an entry can be about. */
export const listAudit = defineQuery({
  name: "platform.list_audit",
  title: "Read who did what",
  http: "GET /audit",
  access: "platform:audit",
  input: AuditPage,
  output: pageOf(AuditEntry).extend({
    operations: z.array(z.object({ name: z.string(), title: z.string() })),
  }),
  run: async ({ db, runtime, input: { limit, cursor, ...filter } }) => {
    const { operations } = runtime().registry;
    const found = await findAudit(db, filter, { before: cursor, limit: limit + 1 });
    const page = toPage(found, limit, (entry) => String(entry.seq));
    const commands = [...operations.values()].filter(
      ({ kind, unaudited }) => kind === "command" && !unaudited,
    );
    const titles = new Map<string, string>([
      ...commands.map(({ name, title }) => [name, title] as const),
      ...Object.entries(securityTitles),
    ]);
    return {
      items: page.items.map((entry) => ({ ...entry, title: titles.get(entry.operation) ?? entry.operation })),
      nextCursor: page.nextCursor,
      operations: [...titles]
        .map(([name, title]) => ({ name, title }))
        .toSorted((a, c) => (a.title < c.title ? -1 : 1)),
    };
  },
});
