import { z } from "zod";
import { Day, Instant, Minor } from "./money.ts";

export const AttemptStatus = z.enum([
  "created",
  "unknown",
  "requires_action",
  "pending",
  "failed",
  "abandoned",
  "succeeded",
]);

/** A try to pay. `actionUrl` is where the customer goes on; it comes a moment after the start, so ask again until then. */
export const Attempt = z.object({
  attemptId: z.uuid(),
  invoiceId: z.uuid(),
  provider: z.string(),
  status: AttemptStatus,
  actionUrl: z.string().nullable(),
  failure: z.string().nullable(),
});
export const AttemptRef = z.object({ attemptId: z.uuid() });

/** A page of the customer's own part of the house to come back to. */
const ReturnPath = z
  .string()
  .max(200)
  .regex(/^\/account(\/[\w-]+)*(\?[\w=&-]*)?$/, "must be a page below /account")
  .default("/account");

/**
 * Pays what is open of an invoice with a saved method, or without one on the provider's page. `provider` left out: the
 * first that has a page.
 */
export const PayMyInvoice = z.object({
  invoiceId: z.uuid(),
  provider: z.string().min(1).max(40).optional(),
  paymentMethodId: z.uuid().optional(),
  returnPath: ReturnPath,
});

export const PaymentMethod = z.object({
  id: z.uuid(),
  accountId: z.uuid(),
  provider: z.string(),
  label: z.string(),
  expiresOn: Day.nullable(),
  isDefault: z.boolean(),
  createdAt: Instant,
});
export const ListMyPaymentMethods = z.object({ accountId: z.uuid().optional() });
export const PaymentMethodList = z.object({
  items: z.array(PaymentMethod),
  /** Providers a method can be saved at. */
  providers: z.array(z.object({ key: z.string(), title: z.string() })),
});
export const AddMyPaymentMethod = z.object({
  accountId: z.uuid(),
  provider: z.string().min(1).max(40).optional(),
  returnPath: ReturnPath,
});
export const MethodSetupRef = z.object({ setupId: z.uuid() });
/** Saving a method; `actionUrl` as with attempts. */
export const MethodSetup = MethodSetupRef.extend({
  status: z.enum(["created", "requires_action", "succeeded", "failed"]),
  actionUrl: z.string().nullable(),
});
export const PaymentMethodRef = z.object({ paymentMethodId: z.uuid() });

export const SandboxRef = z.object({
  ref: z.string().regex(/^sbx_(pay|set)_[0-9a-f-]{36}$/, "is no sandbox payment"),
});
export const SandboxPayment = SandboxRef.extend({
  kind: z.enum(["payment", "setup"]),
  status: z.string(),
  amountMinor: Minor,
  currency: z.string().nullable(),
  returnUrl: z.string(),
});
/** How a pretended payment goes on; of a setup `script` is what the saved card does later. */
export const DecideSandboxPayment = SandboxRef.extend({
  decision: z.enum(["pay", "decline", "cancel"]),
  script: z.enum(["succeed", "decline", "action", "timeout", "dispute", "amount"]).default("succeed"),
});
