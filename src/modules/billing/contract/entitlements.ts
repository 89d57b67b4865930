import { z } from "zod";
import { EntitlementKey, MeterKey } from "./catalogue.ts";
import { Currency, Instant, Minor } from "./money.ts";
import { GivenInstant } from "./price.ts";

/** One reason why an account may use something. `source` names the offer, or that the company gave it. */
const Grant = z.object({
  id: z.uuid(),
  quantity: z.number().int().nullable(),
  source: z.string(),
  sourceKind: z.enum(["subscription", "purchase", "staff"]),
  reason: z.string().nullable(),
  fromAt: Instant,
  untilAt: Instant.nullable(),
});

/** What an account may use of a key, all its grants together. `quantity` null: without limit. */
export const AccountEntitlement = z.object({
  key: z.string(),
  quantity: z.number().int().nullable(),
  meter: z.string().nullable(),
  quota: z.enum(["hard", "soft"]).nullable(),
  overageMinor: Minor.nullable(),
  currency: Currency.nullable(),
  untilAt: Instant.nullable(),
  grants: z.array(Grant),
});

/** At an instant, now unless said. */
export const ListEntitlements = z.object({ accountId: z.uuid(), at: GivenInstant.optional() });
export const EntitlementList = z.object({ items: z.array(AccountEntitlement) });

/** One of the caller's accounts; all of them when left out. */
export const ListMyEntitlements = z.object({ accountId: z.uuid().optional() });
export const MyEntitlements = z.object({
  accounts: z.array(z.object({ accountId: z.uuid(), items: z.array(AccountEntitlement) })),
});

/** Gives an account something without a sale: a gift, a remedy, a test. */
export const GrantEntitlement = z.object({
  accountId: z.uuid(),
  key: EntitlementKey,
  quantity: z.number().int().min(0).max(1_000_000_000).nullable().default(null),
  /** With a meter the quantity is a hard quota of each period. */
  meter: MeterKey.nullable().default(null),
  untilAt: GivenInstant.nullable().default(null),
  reason: z.string().trim().min(1, "must be filled in").max(300),
});
export const GrantedEntitlement = z.object({ grantId: z.uuid() });
export const GrantRef = z.object({ grantId: z.uuid() });
