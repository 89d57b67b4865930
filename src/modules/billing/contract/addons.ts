import { z } from "zod";
import { Day } from "./money.ts";

/** An add-on of a subscription, such as further seats. It is billed with the plan, from its next period on. */
export const AddAddon = z.object({
  subscriptionId: z.uuid(),
  priceId: z.uuid(),
  quantity: z.number().int().min(1).max(10_000).default(1),
});
export const AddedAddon = z.object({ addonId: z.uuid(), billedFromOn: Day });

/** Ends an add-on with the period that is paid. */
export const RemoveAddon = z.object({ subscriptionId: z.uuid(), addonId: z.uuid() });
export const RemovedAddon = z.object({ endsOn: Day });
