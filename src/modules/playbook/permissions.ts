import type { PermissionGrant } from "#kernel/module.ts";

/** Rights of the plan. Deciding (gates, waivers, replacing the plan) is for owner and admin alone. */
export const permissions = {
  "playbook:read": {
    title: "See the plan and where it stands",
    roles: ["editor", "support", "finance", "viewer"],
  },
  "playbook:report": { title: "Report values and bring evidence", roles: ["editor", "finance", "support"] },
  "playbook:edit": { title: "Schedule, assign and review the plan", roles: ["editor"] },
  "playbook:decide": { title: "Import plans, open gates and waive criteria", roles: [] },
} as const satisfies Record<string, PermissionGrant>;
