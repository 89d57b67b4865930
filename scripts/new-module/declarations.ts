/** "warehouse" → "Warehouse". */
const titleOf = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** `module.ts`: everything the module contributes. */
export const manifest = (name: string): string => `import { defineModule } from "#kernel/module.ts";
import { addEntry } from "#modules/${name}/commands/add-entry.ts";
import { EntryAdded } from "#modules/${name}/events.ts";
import { permissions } from "#modules/${name}/permissions.ts";
import { listEntries } from "#modules/${name}/queries/list-entries.ts";

/** Say in one sentence what this module does for the business. */
export const ${name}Module = defineModule({
  name: "${name}",
  title: "${titleOf(name)}",
  permissions,
  operations: [addEntry, listEntries],
  events: [EntryAdded],
});
`;

/** `index.ts`: the only door for other modules. */
export const index = (name: string): string =>
  `export { countEntries } from "#modules/${name}/queries/count-entries.ts";\n`;

/** `contract.ts`: inputs and outputs; safe in the browser. */
export const contract = (): string => `import { z } from "zod";

export const AddEntry = z.object({ title: z.string().trim().min(1).max(200) });

export const AddedEntry = z.object({ entryId: z.uuid() });

/** Asks for one page; \`cursor\` is what the page before gave. */
export const ListEntries = z.object({
  limit: z.number().int().min(1).max(200).default(50),
  cursor: z.uuid().optional(),
});

/** Newest first; \`nextCursor\` is null on the last page. */
export const EntryPage = z.object({
  entries: z.array(z.object({ entryId: z.uuid(), title: z.string(), createdAt: z.string().describe("ISO 8601 in UTC") })),
  nextCursor: z.uuid().nullable(),
});
`;

/** `events.ts`: facts in the past tense. */
export const events = (name: string): string => `import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";

export const EntryAdded = defineEvent({
  name: "${name}.entry_added",
  version: 1,
  title: "An entry was added",
  payload: z.object({ entryId: z.uuid() }),
});
`;

/** `permissions.ts`: rights and the roles that have them. */
export const permissions = (
  name: string,
): string => `import type { PermissionGrant } from "#kernel/module.ts";

/** Owner and admin have every right; the others those listed here. */
export const permissions = {
  "${name}:read": { title: "See entries", roles: ["editor", "support", "finance", "viewer"] },
  "${name}:edit": { title: "Add entries", roles: ["editor"] },
} as const satisfies Record<string, PermissionGrant>;
`;

/** `policy.ts`: pure decisions beyond the permission. */
export const policy = (): string => `import type { Actor } from "#kernel/actor.ts";

/** Entries are people's own words: an agent's token may read them, not write them. */
export const canAddEntry = (actor: Actor): boolean => actor.kind !== "token" || !actor.agent;
`;
