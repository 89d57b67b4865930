import { BADGE_CONTEXTS } from "./write-credential.ts";

type Json = Record<string, unknown>;

/** What a verifier goes on with, once a badge has the right shape. */
export interface ReadBadge {
  credential: Json;
  name: string;
  issuer: { id: string; name: string };
  validFrom: Temporal.Instant;
  validUntil: Temporal.Instant | null;
  status: { index: number; list: string } | null;
  verificationMethod: string;
}

/** The first thing that is wrong; `code` is stable. */
export interface FormatFault {
  code: string;
  says: string;
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
const has = (value: unknown, type: string): boolean =>
  value === type || (Array.isArray(value) && value.includes(type));
const objectIn = (value: Json, key: string): Json => (isObject(value[key]) ? value[key] : {});

function instantOf(value: unknown): Temporal.Instant | null {
  try {
    return isText(value) ? Temporal.Instant.from(value) : null;
  } catch {
    return null;
  }
}

const isPlace = (value: unknown): boolean => isText(value) && /^\d{1,9}$/.test(value);

function hasStatus(status: unknown): boolean {
  if (status === undefined) return true;
  return (
    isObject(status) &&
    status.type === "BitstringStatusListEntry" &&
    status.statusPurpose === "revocation" &&
    isPlace(status.statusListIndex) &&
    isText(status.statusListCredential)
  );
}

function hasPeriod(credential: Json): boolean {
  const from = instantOf(credential.validFrom);
  const until = instantOf(credential.validUntil);
  if (!from) return false;
  return credential.validUntil === undefined || (until !== null && Temporal.Instant.compare(from, until) < 0);
}

const subjectOf = (credential: Json): Json => objectIn(credential, "credentialSubject");
const achievementOf = (credential: Json): Json => objectIn(subjectOf(credential), "achievement");

const hasOwner = (subject: Json): boolean =>
  isText(subject.id) ||
  (Array.isArray(subject.identifier) &&
    subject.identifier.length > 0 &&
    subject.identifier.every(
      (one) => isObject(one) && isText(one.identityHash) && typeof one.hashed === "boolean",
    ));

function hasAchievement(achievement: Json): boolean {
  const criteria = objectIn(achievement, "criteria");
  return (
    isText(achievement.id) &&
    has(achievement.type, "Achievement") &&
    isText(achievement.name) &&
    isText(achievement.description) &&
    (isText(criteria.narrative) || isText(criteria.id))
  );
}

function hasProof(proof: unknown): boolean {
  return (
    isObject(proof) &&
    proof.type === "DataIntegrityProof" &&
    proof.cryptosuite === "eddsa-rdfc-2022" &&
    proof.proofPurpose === "assertionMethod" &&
    isText(proof.verificationMethod) &&
    isText(proof.proofValue)
  );
}

const CHECKS: readonly (FormatFault & { holds: (credential: Json) => boolean })[] = [
  {
    code: "badge.not_a_badge",
    says: "This is not an Open Badge 3.0: its type does not say so.",
    holds: ({ type }) =>
      has(type, "VerifiableCredential") &&
      (has(type, "OpenBadgeCredential") || has(type, "AchievementCredential")),
  },
  { code: "badge.id_missing", says: "The badge has no address of its own.", holds: ({ id }) => isText(id) },
  {
    code: "badge.issuer_missing",
    says: "The badge does not say who issued it.",
    holds: (credential) => {
      const issuer = objectIn(credential, "issuer");
      return isText(issuer.id) && has(issuer.type, "Profile");
    },
  },
  {
    code: "badge.period_malformed",
    says: "The badge does not say from when it is valid, or ends before it begins.",
    holds: hasPeriod,
  },
  {
    code: "badge.owner_missing",
    says: "The badge does not say whom it belongs to.",
    holds: (credential) =>
      has(subjectOf(credential).type, "AchievementSubject") && hasOwner(subjectOf(credential)),
  },
  {
    code: "badge.achievement_missing",
    says: "The badge does not say what was achieved and by what measure.",
    holds: (credential) => hasAchievement(achievementOf(credential)),
  },
  {
    code: "badge.status_malformed",
    says: "The badge does not say rightly where to look whether it was revoked.",
    holds: ({ credentialStatus }) => hasStatus(credentialStatus),
  },
  {
    code: "badge.proof_missing",
    says: "The badge has no signature of the kind eddsa-rdfc-2022.",
    holds: ({ proof }) => hasProof(proof),
  },
];

/** Every context is one we hold ourselves: terms of an unknown one could mean anything. */
export function hasKnownContexts(credential: Json): boolean {
  const contexts = credential["@context"];
  return (
    Array.isArray(contexts) &&
    contexts.length === BADGE_CONTEXTS.length &&
    BADGE_CONTEXTS.every((known, at) => contexts[at] === known)
  );
}

/** Parses a badge and checks its shape. */
export function readBadge(text: string): ReadBadge | FormatFault {
  let credential: unknown;
  try {
    credential = JSON.parse(text);
  } catch {
    return { code: "badge.not_json", says: "This is not JSON. Give the whole file, from { to }." };
  }
  if (!isObject(credential)) return { code: "badge.not_json", says: "A badge is one JSON object." };
  const badge = credential;
  const fault = CHECKS.find(({ holds }) => !holds(badge));
  if (fault) return { code: fault.code, says: fault.says };
  const { id, name } = objectIn(badge, "issuer");
  const status = objectIn(badge, "credentialStatus");
  return {
    credential: badge,
    name: isText(badge.name) ? badge.name : String(achievementOf(badge).name),
    issuer: { id: String(id), name: isText(name) ? name : String(id) },
    validFrom: instantOf(badge.validFrom) ?? Temporal.Instant.fromEpochMilliseconds(0),
    validUntil: instantOf(badge.validUntil),
    status: isText(status.statusListCredential)
      ? { index: Number(status.statusListIndex), list: status.statusListCredential }
      : null,
    verificationMethod: String(objectIn(badge, "proof").verificationMethod),
  };
}
