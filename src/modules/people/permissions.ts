import type { PermissionGrant } from "#kernel/module.ts";

/** Rights over customers. */
export const permissions = {
  "people:read": { title: "See customers", roles: ["editor", "support", "finance", "viewer"] },
  "people:edit": { title: "Change customers, invite and import them", roles: ["support", "finance"] },
  "people:merge": { title: "Merge customers and undo it", roles: ["support"] },
  "people:erase": { title: "Erase a customer's personal data for good", roles: [] },
} as const satisfies Record<string, PermissionGrant>;
