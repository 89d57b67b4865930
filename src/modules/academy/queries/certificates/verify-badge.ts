import { defineQuery } from "#kernel/operation/operation.ts";
import { judgeBadge } from "#modules/academy/certificates/badges/verify-badge.ts";
import { type BadgeCheck, VerifiedBadge, VerifyBadge } from "#modules/academy/contract/badges.ts";
import { readBadge } from "#modules/academy/rules/badges/check-format.ts";
import { findCredential } from "#modules/academy/rules/badges/unbake-badge.ts";
import { showSerial } from "#modules/academy/rules/certificates/serial.ts";

const MISSING = {
  no_credential: { code: "badge.no_credential", says: "There is no badge in this file." },
  signed_as_jwt: {
    code: "badge.signed_as_jwt",
    says: "This badge is signed as a JWT. We sign ours another way, so it is not one of ours.",
  },
  compressed: {
    code: "badge.compressed",
    says: "The badge in this image is compressed, which is not allowed.",
  },
};

const malformed = (fault: { code: string; says: string }) => ({
  isValid: false,
  checks: [{ check: "format", outcome: "failed", ...fault } satisfies BadgeCheck],
  badge: null,
});

/**
 * Checks an Open Badge of ours: shape, terms, issuer, signature, period, and whether it was revoked or suspended. Nothing
 * is fetched from anywhere. A badge that does not hold is an answer, not an error. Errors: `academy.badges_busy`.
 */
export const verifyBadge = defineQuery({
  name: "academy.verify_badge",
  title: "Check an Open Badge",
  http: "POST /public/badges/verification",
  access: "public",
  input: VerifyBadge,
  output: VerifiedBadge,
  run: async ({ db, aside, log, now, input }) => {
    const found = findCredential(
      Buffer.from(input.text ?? input.imageBase64 ?? "", input.text ? "utf8" : "base64"),
    );
    if ("fault" in found) return malformed(MISSING[found.fault]);
    const badge = readBadge(found.text);
    if ("code" in badge) return malformed(badge);
    const { checks, serial } = await judgeBadge({ db, aside, log, now }, badge);
    const format: BadgeCheck = {
      check: "format",
      outcome: "passed",
      code: "badge.well_formed",
      says: "It is an Open Badge 3.0 with everything that belongs to one.",
    };
    return {
      isValid: checks.every(({ outcome }) => outcome === "passed"),
      checks: [format, ...checks],
      badge: {
        name: badge.name,
        issuerName: badge.issuer.name,
        validFrom: badge.validFrom.toString(),
        validUntil: badge.validUntil?.toString() ?? null,
        serial: serial && showSerial(serial),
      },
    };
  },
});
