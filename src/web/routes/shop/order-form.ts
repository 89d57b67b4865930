import { z } from "zod";

/** The last form of a checkout: what was seen, how it is paid, and that the conditions are accepted. */
export const Order = z.object({
  termsSha256: z.string(),
  totalMinor: z.number().int(),
  provider: z.string("Choose how you pay").min(1, "Choose how you pay"),
  accepted: z.boolean().refine(Boolean, "Accept the conditions of sale to order"),
});
