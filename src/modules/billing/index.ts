export {
  findEntitlement,
  findEntitlements,
  hasEntitlement,
} from "#modules/billing/entitlements/entitlement.ts";
export type { Entitlement } from "#modules/billing/rules/entitlements/combine-grants.ts";
