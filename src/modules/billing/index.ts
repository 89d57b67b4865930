export { type BoughtSeats, boughtSeats, buyersOf } from "#modules/billing/entitlements/bought-seats.ts";
export {
  findEntitlement,
  findEntitlements,
  hasEntitlement,
} from "#modules/billing/entitlements/entitlement.ts";
export type { Entitlement } from "#modules/billing/rules/entitlements/combine-grants.ts";
export {
  consumeQuota,
  demandQuota,
  type QuotaAnswer,
  type QuotaRequest,
} from "#modules/billing/usage/consume-quota.ts";
export { releaseQuota } from "#modules/billing/usage/release-quota.ts";
export { recordUsage, type UsageFact } from "#modules/billing/usage/record-usage.ts";
export { usageInPeriod } from "#modules/billing/queries/usage/meter-usage.ts";
