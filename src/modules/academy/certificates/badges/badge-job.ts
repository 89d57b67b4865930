import { type Aside, AsideError } from "#kernel/aside/aside.ts";
import { refuse } from "#kernel/errors.ts";

/** Any JSON object. */
export type JsonDocument = Record<string, unknown>;

/** A pair of keys as W3C Multikey; `id` is the controller's address, `#`, and the public part. */
export interface MultikeyPair {
  id: string;
  controller: string;
  publicKeyMultibase: string;
  secretKeyMultibase: string;
}

/** What the side process is asked. Instants as ISO 8601 text in UTC with whole seconds, as XML Schema writes them. */
export type BadgeJob =
  | { kind: "generate"; controller: string }
  | { kind: "sign"; credential: JsonDocument; pair: MultikeyPair; at: string }
  | {
      kind: "list";
      id: string;
      issuer: string;
      purpose: "revocation" | "suspension";
      size: number;
      /** Places of the bits that are set. */
      set: number[];
      validFrom: string;
      pair: MultikeyPair;
    }
  | { kind: "verify"; credential: JsonDocument; documents: Record<string, JsonDocument>; at: string };

/** Whether a proof holds; if not, why, in the words of the library: for the log. */
export type ProofAnswer = { isVerified: true } | { isVerified: false; reason: string };

const CHILD = new URL("./badge-child.ts", import.meta.url);

/** An instant as proofs and validity periods carry it: UTC, whole seconds. */
export const wholeSeconds = (instant: Temporal.Instant): string =>
  instant.round({ smallestUnit: "second", roundingMode: "floor" }).toString();

/**
 * Has a badge signed or checked. Errors: `academy.badges_busy`; `AsideError` with the fault `failed`, `timeout` or `ended`.
 */
export async function runBadgeJob<Answer>(aside: Aside, job: BadgeJob): Promise<Answer> {
  try {
    return await aside.run<Answer>(CHILD, job);
  } catch (error) {
    if (error instanceof AsideError && error.fault === "busy")
      throw refuse(
        "unavailable",
        "academy.badges_busy",
        "Many badges are being checked. Try again in a minute.",
        {
          retryAfterSeconds: 60,
        },
      );
    throw error;
  }
}
