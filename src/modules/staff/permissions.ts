import type { PermissionGrant } from "#kernel/module.ts";

/** Rights over the company's people. */
export const permissions = {
  "staff:read": {
    title: "See who works here",
    roles: ["editor", "support", "finance", "viewer"],
  },
  "staff:manage": { title: "Invite people, change roles, end sessions and tokens", roles: [] },
} as const satisfies Record<string, PermissionGrant>;
