/** The two contexts a badge is written in, in this order. */
export const BADGE_CONTEXTS = [
  "https://www.w3.org/ns/credentials/v2",
  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
] as const;

/** What a badge says. Instants as ISO 8601 text in UTC with whole seconds. */
export interface BadgeFacts {
  /** The public address of the installation, without a trailing slash. */
  url: string;
  issuer: { id: string; name: string; email: string };
  serial: string;
  courseId: string;
  courseSlug: string;
  courseTitle: string;
  title: string;
  statement: string;
  outcomes: readonly string[];
  lessons: number;
  completedOn: string;
  validFrom: string;
  validUntil: string | null;
  /** As `identityObject` writes it. */
  identity: Record<string, unknown>;
  status: { list: number; index: number };
}

/** The achievement that a course is; the same for everybody who earns it. */
export function writeAchievement(
  facts: Pick<
    BadgeFacts,
    "url" | "courseId" | "courseSlug" | "courseTitle" | "title" | "statement" | "outcomes" | "lessons"
  >,
) {
  const { url, courseId, courseSlug, courseTitle, title, statement, outcomes, lessons } = facts;
  const id = `${url}/badges/achievements/${courseId}`;
  const learned = outcomes.length > 0 ? ` What it teaches: ${outcomes.join("; ")}.` : "";
  return {
    id,
    type: ["Achievement"],
    achievementType: "CertificateOfCompletion",
    name: title,
    description: [courseTitle, statement].filter(Boolean).join(": "),
    criteria: {
      id: `${url}/courses/${courseSlug}`,
      narrative: `Completed all ${lessons} lessons of "${courseTitle}", each by the rule it states.${learned}`,
    },
    image: { id: `${id}/image.png`, type: "Image", caption: `Badge: ${title}` },
    tag: [courseSlug],
  };
}

/**
 * Writes a badge as an OpenBadgeCredential of Open Badges 3.0, a W3C Verifiable Credential 2.0, without its proof. It has
 * one `credentialStatus`: Open Badges 3.0 allows no more (appendix B, AchievementCredential).
 */
export function writeCredential(facts: BadgeFacts): Record<string, unknown> {
  const { url, issuer, serial, status } = facts;
  const list = `${url}/badges/status/${status.list}-revocation`;
  return {
    "@context": [...BADGE_CONTEXTS],
    id: `${url}/badges/credentials/${serial}`,
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: facts.title,
    issuer: {
      id: issuer.id,
      type: ["Profile"],
      name: issuer.name,
      url,
      ...(issuer.email && { email: issuer.email }),
    },
    validFrom: facts.validFrom,
    ...(facts.validUntil && { validUntil: facts.validUntil }),
    credentialSubject: {
      type: ["AchievementSubject"],
      identifier: [facts.identity],
      activityEndDate: facts.completedOn,
      achievement: writeAchievement(facts),
    },
    credentialStatus: {
      id: `${list}#${status.index}`,
      type: "BitstringStatusListEntry",
      statusPurpose: "revocation",
      statusListIndex: String(status.index),
      statusListCredential: list,
    },
  };
}
