import { z } from "zod";

/** One step of the billing run: which subscription or instalment. */
export const RenewalRef = z.object({ subscriptionId: z.uuid() });
/** Many at once; `left` are those that have to be looked at one by one. */
export const RenewalRefs = z.object({ subscriptionIds: z.array(z.uuid()).min(1).max(500) });
export const BilledTogether = z.object({ invoices: z.number().int(), left: z.array(z.uuid()) });
export const InstalmentRef = z.object({ instalmentId: z.uuid() });
export const Billed = z.object({ invoices: z.number().int() });
