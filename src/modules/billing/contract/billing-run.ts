import { z } from "zod";

/** One step of the billing run: which subscription or instalment. */
export const RenewalRef = z.object({ subscriptionId: z.uuid() });
export const InstalmentRef = z.object({ instalmentId: z.uuid() });
export const Billed = z.object({ invoices: z.number().int() });
