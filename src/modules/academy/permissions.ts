import type { PermissionGrant } from "#kernel/module.ts";

/** Rights in the academy. Owner and admin have all. */
export const permissions = {
  "academy:read": { title: "See courses and students", roles: ["editor", "support", "finance", "viewer"] },
  "academy:write": { title: "Write and publish courses", roles: ["editor"] },
  "academy:enrol": { title: "Enrol students and change what is open to them", roles: ["editor", "support"] },
  "academy:grade": { title: "Mark what students hand in", roles: ["editor"] },
  "academy:moderate": { title: "Answer students and moderate discussions", roles: ["editor", "support"] },
  "academy:admin": { title: "Keys of the learning record store, certificates and badges", roles: [] },
} as const satisfies Record<string, PermissionGrant>;
