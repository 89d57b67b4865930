import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import type { Services } from "#kernel/services.ts";
import { AsideError } from "#kernel/aside/aside.ts";
import {
  type ProofAnswer,
  runBadgeJob,
  wholeSeconds,
} from "#modules/academy/certificates/badges/badge-job.ts";
import { listKeys, type PublicKey } from "#modules/academy/certificates/badges/badge-keys.ts";
import { keyDocuments } from "#modules/academy/certificates/badges/did-document.ts";
import type { BadgeCheck } from "#modules/academy/contract/badges.ts";
import { hasKnownContexts, type ReadBadge } from "#modules/academy/rules/badges/check-format.ts";

/** What of the house checking badges needs. */
export type VerifyHouse = Pick<Services, "aside" | "log"> & { db: Db; now: Temporal.Instant };

type Judged = Omit<BadgeCheck, "check">;
const passed = (code: string, says: string): Judged => ({ outcome: "passed", code, says });
const failed = (code: string, says: string): Judged => ({ outcome: "failed", code, says });

const judgeContext = ({ credential }: ReadBadge): Judged =>
  hasKnownContexts(credential)
    ? passed("badge.context_known", "It is written in the terms of Open Badges 3.0 and nothing else.")
    : failed("badge.context_unknown", "It is written in terms we do not know, so they could mean anything.");

const judgeIssuer = ({ issuer }: ReadBadge, keys: readonly PublicKey[]): Judged =>
  keys.some(({ controller }) => controller === issuer.id)
    ? passed("badge.issuer_known", "We issued it.")
    : failed("badge.issuer_unknown", "Somebody else issued it. We can check our own badges alone.");

async function judgeProof(house: VerifyHouse, badge: ReadBadge, keys: readonly PublicKey[]): Promise<Judged> {
  const broken = failed(
    "badge.proof_broken",
    "The signature does not fit what the badge says: it was changed, or not signed by us.",
  );
  try {
    const answer = await runBadgeJob<ProofAnswer>(house.aside, {
      kind: "verify",
      credential: badge.credential,
      documents: keyDocuments(badge.issuer.id, keys),
      at: wholeSeconds(badge.validFrom),
    });
    if (answer.isVerified) return passed("badge.proof_holds", "The signature is ours and fits what it says.");
    house.log.info({ reason: answer.reason }, "The proof of a badge does not hold");
  } catch (error) {
    // Whatever a stranger wrote may not bring more down than the process that read it.
    if (!(error instanceof AsideError)) throw error;
    house.log.info({ reason: error.message }, "The proof of a badge could not be checked");
  }
  return broken;
}

function judgePeriod({ validFrom, validUntil }: ReadBadge, now: Temporal.Instant): Judged {
  if (Temporal.Instant.compare(now, validFrom) < 0)
    return failed("badge.not_yet_valid", "It is not valid yet.");
  if (validUntil && Temporal.Instant.compare(now, validUntil) >= 0)
    return failed("badge.expired", "It has expired.");
  return passed("badge.in_period", validUntil ? "It is within its time." : "It does not expire.");
}

interface Listed {
  status: "valid" | "suspended" | "revoked" | "superseded";
  serial: string;
}

async function findListed(db: Db, { status }: ReadBadge): Promise<Listed | undefined> {
  const [, number] = /\/badges\/status\/(\d{1,9})-revocation$/.exec(status?.list ?? "") ?? [];
  if (!status || !number) return undefined;
  return firstRow<Listed>(
    db,
    sql`SELECT status, serial FROM academy.certificate
        WHERE status_list = ${number}::int AND status_index = ${status.index}`,
  );
}

const REVOCATION: Record<Listed["status"], Judged> = {
  valid: passed("badge.not_revoked", "It was not revoked."),
  suspended: passed("badge.not_revoked", "It was not revoked."),
  revoked: failed("badge.revoked", "It was revoked."),
  superseded: failed("badge.superseded", "A corrected one took its place."),
};

const judgeRevocation = (listed: Listed | undefined): Judged =>
  listed ? REVOCATION[listed.status] : failed("badge.status_unknown", "It stands in no list of ours.");

const judgeSuspension = (listed: Listed | undefined): Judged =>
  listed?.status === "suspended"
    ? failed("badge.suspended", "It is suspended for now.")
    : passed("badge.not_suspended", "It is not suspended.");

const UNCHECKED: Judged = {
  outcome: "not_checked",
  code: "badge.not_checked",
  says: "Not looked at, because of what failed before.",
};

/** Judges a badge of the right shape, one thing after the other; what depends on a failed one is not looked at. */
export async function judgeBadge(
  house: VerifyHouse,
  badge: ReadBadge,
): Promise<{ checks: BadgeCheck[]; serial: string | null }> {
  const keys = await listKeys(house.db);
  const context = judgeContext(badge);
  const issuer = judgeIssuer(badge, keys);
  const isReadable = context.outcome === "passed" && issuer.outcome === "passed";
  const proof = isReadable ? await judgeProof(house, badge, keys) : UNCHECKED;
  const isOurs = proof.outcome === "passed";
  const listed = isOurs ? await findListed(house.db, badge) : undefined;
  return {
    checks: [
      { check: "context", ...context },
      { check: "issuer", ...issuer },
      { check: "proof", ...proof },
      { check: "period", ...judgePeriod(badge, house.now) },
      { check: "revocation", ...(isOurs ? judgeRevocation(listed) : UNCHECKED) },
      { check: "suspension", ...(isOurs ? judgeSuspension(listed) : UNCHECKED) },
    ],
    serial: listed?.serial ?? null,
  };
}
