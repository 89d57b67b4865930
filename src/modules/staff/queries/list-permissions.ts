import { z } from "zod";
import { permissionsOf } from "#kernel/operation/access.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { PermissionSummary } from "#modules/staff/contract.ts";

/** What the caller may do, in words; what a token of theirs can be limited to. */
export const listPermissions = defineQuery({
  name: "staff.list_permissions",
  title: "List what I may do, in words",
  http: "GET /permissions",
  access: "signed_in",
  input: z.object({}),
  output: z.object({ items: z.array(PermissionSummary) }),
  run: async ({ actor, runtime }) => {
    const { registry } = runtime();
    const items = [...permissionsOf(registry, actor)].map((permission) => ({
      permission,
      title: registry.permissions.get(permission)?.title ?? permission,
    }));
    return { items };
  },
});
