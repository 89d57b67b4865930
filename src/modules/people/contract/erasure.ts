import { z } from "zod";
import { InstantText, line } from "#modules/people/contract/words.ts";

/** `open`: waits for somebody of the house. */
export const ErasureStatus = z.enum(["open", "withdrawn", "erased", "refused"]);

export const ErasureRequest = z.object({
  requestId: z.uuid(),
  personId: z.uuid(),
  status: ErasureStatus,
  note: z.string(),
  requestedAt: InstantText,
  decidedAt: InstantText.nullable(),
  answer: z.string().describe("What the person was told when it was refused"),
});

/** With whom it is, for the people who decide. */
export const NamedErasureRequest = ErasureRequest.extend({ name: z.string(), email: z.string() });

export const OneErasureRequest = z.object({ requestId: z.uuid() });

export const DecideErasure = OneErasureRequest.extend({
  decision: z.enum(["erased", "refused"]),
  answer: line(2000).default("").describe("Why not, in words the person gets by mail"),
});
