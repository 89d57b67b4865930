import { z } from "zod";

/** What a verifier looks at, in this order. */
export const BadgeCheckName = z.enum([
  "format",
  "context",
  "issuer",
  "proof",
  "period",
  "revocation",
  "suspension",
]);

/** `code` names the outcome and is stable; `says` tells it to a person. */
export const BadgeCheck = z.object({
  check: BadgeCheckName,
  outcome: z.enum(["passed", "failed", "not_checked"]),
  code: z.string(),
  says: z.string(),
});
export type BadgeCheck = z.output<typeof BadgeCheck>;

/** A badge: the JSON of the credential, or an image that holds it. One of the two. */
export const VerifyBadge = z
  .object({
    text: z.string().max(500_000).optional().describe("The credential as JSON, or an SVG that holds it"),
    imageBase64: z.base64().max(2_800_000).optional().describe("A PNG or SVG that holds it, up to 2 MB"),
  })
  .refine(({ text, imageBase64 }) => (text === undefined) !== (imageBase64 === undefined), {
    path: ["text"],
    error: "Give the text of a badge or its image, one of the two",
  });

export const VerifiedBadge = z.object({
  isValid: z.boolean(),
  checks: z.array(BadgeCheck),
  /** What it says, as far as it could be read; believe it only when it is valid. */
  badge: z
    .object({
      name: z.string(),
      issuerName: z.string(),
      validFrom: z.string(),
      validUntil: z.string().nullable(),
      /** Number of the certificate it belongs to; null for badges of others. */
      serial: z.string().nullable(),
    })
    .nullable(),
});
export type VerifiedBadge = z.output<typeof VerifiedBadge>;

/** A key badges are or were signed with; the private part never leaves the house. */
export const BadgeKey = z.object({
  keyId: z.uuid(),
  controller: z.string(),
  publicKeyMultibase: z.string(),
  createdAt: z.iso.datetime({ offset: true }),
  retiredAt: z.iso.datetime({ offset: true }).nullable(),
});
export const BadgeKeys = z.object({ issuer: z.string(), keys: z.array(BadgeKey) });
export type BadgeKeys = z.output<typeof BadgeKeys>;
export const RotatedBadgeKey = z.object({ keyId: z.uuid(), publicKeyMultibase: z.string() });
