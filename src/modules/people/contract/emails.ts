import { z } from "zod";
import { Email, InstantText } from "#modules/people/contract/words.ts";

/** An address of a person. The primary one is what they sign in with. */
export const EmailAddress = z.object({
  email: z.string(),
  isPrimary: z.boolean(),
  isVerified: z.boolean(),
  addedAt: InstantText,
});

export const OneEmail = z.object({ email: Email });

/** The end of a link that proves an address. */
export const EmailToken = z.object({ token: z.string().min(20).max(100) });
