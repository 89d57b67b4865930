import { z } from "zod";
import { Instant } from "./money.ts";
import { GivenInstant } from "./price.ts";

/** Conditions of sale: what a buyer accepts, by their words. `sha256` of the body is kept with every order. */
export const Terms = z.object({
  id: z.uuid(),
  version: z.string(),
  body: z.string(),
  sha256: z.string(),
  inForceAt: Instant,
  /** True for those a buyer accepts now. */
  isInForce: z.boolean(),
  /** Orders placed under them. */
  orders: z.number().int(),
});
export const TermsList = z.object({ items: z.array(Terms) });

/** Publishes new conditions, in force from an instant on (now, when left out). Plain text with empty lines between paragraphs. */
export const PublishTerms = z.object({
  version: z.string().trim().min(1, "must be filled in").max(40),
  body: z.string().trim().min(200, "must have at least 200 characters").max(100_000),
  inForceAt: GivenInstant.optional(),
});
export const PublishedTerms = z.object({ termsId: z.uuid(), sha256: z.string() });

/** The conditions in force, or those of a version. */
export const GetTerms = z.object({ version: z.string().max(40).optional() });
export const PublicTerms = z.object({
  version: z.string(),
  body: z.string(),
  sha256: z.string(),
  inForceAt: Instant,
});
