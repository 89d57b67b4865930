import { z } from "zod";
import { InstantText, line } from "#modules/people/contract/words.ts";

/** A purpose, in lower case: `news`. */
export const Purpose = z
  .string()
  .regex(/^[a-z][a-z0-9_]{1,40}$/, "must be lower-case letters, digits and underscores");

/** Where somebody said so. */
export const ConsentSource = z.enum(["checkout", "portal", "console", "import", "link"]);
export type ConsentSource = z.output<typeof ConsentSource>;

/** What people are asked to agree to. `sha256` is that of `body`, as kept with every consent. */
export const ConsentText = z.object({
  purpose: Purpose,
  version: z.int(),
  title: z.string(),
  body: z.string(),
  sha256: z.string(),
  inForceAt: InstantText,
});

/** Once said, never changed. */
export const ConsentEntry = z.object({
  consentId: z.uuid(),
  purpose: Purpose,
  granted: z.boolean(),
  textVersion: z.int(),
  textSha256: z.string(),
  source: ConsentSource,
  givenAt: InstantText,
});

/** What holds for a purpose; `granted` is null where nothing was ever said. */
export const ConsentState = z.object({
  purpose: Purpose,
  title: z.string(),
  body: z.string(),
  granted: z.boolean().nullable(),
  /** Was it the text in force that was answered? */
  isCurrent: z.boolean(),
  givenAt: InstantText.nullable(),
});

export const Consents = z.object({ items: z.array(ConsentState), history: z.array(ConsentEntry) });

export const SetConsent = z.object({ purpose: Purpose, granted: z.boolean() });

export const NewConsentText = z.object({
  purpose: Purpose,
  title: line(80).min(1, "must be filled in"),
  body: line(2000).min(1, "must be filled in"),
});
