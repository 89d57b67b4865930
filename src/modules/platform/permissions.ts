import type { PermissionGrant } from "#kernel/module.ts";

/** Rights over the house itself. Managing it and reading its audit is for owner and admin alone. */
export const permissions = {
  "platform:read": {
    title: "See the company's settings and stored files",
    roles: ["editor", "support", "finance", "viewer"],
  },
  "platform:upload": { title: "Store files", roles: ["editor", "support", "finance"] },
  "platform:manage": { title: "Change settings, webhooks, jobs and the outbox", roles: [] },
  "platform:approve": { title: "Decide what agents propose", roles: ["editor", "support", "finance"] },
  "platform:audit": { title: "Read who did what", roles: [] },
} as const satisfies Record<string, PermissionGrant>;
