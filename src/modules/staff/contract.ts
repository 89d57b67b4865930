import { z } from "zod";

/** Roles of the company's own people, strongest first. */
export const StaffRole = z.enum(["owner", "admin", "editor", "support", "finance", "viewer"]);
export type StaffRole = z.output<typeof StaffRole>;

/** `invited`: never signed in. `disabled`: cannot sign in; nothing of theirs is deleted. */
export const PersonStatus = z.enum(["invited", "active", "disabled"]);

const instantText = z.string().describe("ISO 8601 instant in UTC");

/** An address in any case; kept in lower case. */
export const Email = z.string().trim().toLowerCase().pipe(z.email().max(254));

const PersonName = z.string().trim().min(1).max(120);

const zones = new Set([...Intl.supportedValuesOf("timeZone"), "UTC"]);

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** IANA time zone. */
const Zone = z.string().refine((zone) => zones.has(zone), "is not a known time zone");

/** BCP 47 tag. */
const Locale = z.string().min(2).max(35).refine(isLocale, "is not a language tag");

export const PersonSummary = z.object({
  personId: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: StaffRole,
  status: PersonStatus,
  /** Does sign-in ask for a code of an app? */
  hasAuthenticator: z.boolean(),
  joinedAt: instantText.nullable(),
  /** Last use of a browser that is still signed in; at most five minutes behind. */
  seenAt: instantText.nullable(),
});

export const ListPeople = z.object({
  /** Part of a name or an address. */
  text: z.string().max(200).optional(),
  role: StaffRole.optional(),
  status: PersonStatus.optional(),
  limit: z.number().int().min(1).max(200).default(50),
  cursor: z.string().max(400).optional(),
});

export const PeoplePage = z.object({ items: z.array(PersonSummary), nextCursor: z.string().nullable() });

export const NewPerson = z.object({ name: PersonName, email: Email, role: StaffRole });

export const OnePerson = z.object({ personId: z.uuid() });

/** A person and the end of the link they were sent. */
export const Invitation = z.object({ personId: z.uuid(), expiresAt: instantText });

/** A link that works once; shown here and never again. */
export const OneTimeLink = z.object({ personId: z.uuid(), url: z.string(), expiresAt: instantText });

export const ChangeRole = z.object({ personId: z.uuid(), role: StaffRole });

export const PersonState = z.object({ personId: z.uuid(), role: StaffRole, status: PersonStatus });

export const Me = z.object({
  personId: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: StaffRole.nullable(),
  /** Null: the company's. */
  zone: z.string().nullable(),
  /** Null: the company's. */
  locale: z.string().nullable(),
  permissions: z.array(z.string()),
});

export const PermissionSummary = z.object({ permission: z.string(), title: z.string() });

export const UpdateProfile = z.object({
  name: PersonName.optional(),
  /** Null: the company's. */
  zone: Zone.optional().nullable(),
  /** Null: the company's. */
  locale: Locale.optional().nullable(),
});

export const Session = z.object({
  sessionId: z.uuid(),
  /** Browser and system in words, as the browser names itself. */
  device: z.string(),
  address: z.string().nullable(),
  createdAt: instantText,
  seenAt: instantText,
  expiresAt: instantText,
});

const TokenStatus = z.enum(["active", "expired", "revoked"]);

export const TokenSummary = z.object({
  tokenId: z.uuid(),
  name: z.string(),
  personId: z.uuid(),
  personName: z.string(),
  /** Permissions such as `playbook:read`; "*" is everything its person may do. */
  scopes: z.array(z.string()),
  /** True when an agent holds it: what needs confirmation waits for a person. */
  agent: z.boolean(),
  status: TokenStatus,
  createdAt: instantText,
  expiresAt: instantText.nullable(),
  /** At most a minute behind. */
  usedAt: instantText.nullable(),
});

export const CreateToken = z.object({
  name: z.string().trim().min(1).max(80),
  scopes: z.array(z.string().max(80)).min(1).max(100).default(["*"]),
  agent: z.boolean().default(false),
  /** Days it is good for; left out: 90. Null: until it is revoked. */
  expiresInDays: z.number().int().min(1).max(3650).nullable().default(90),
  /** Whose token; only the house itself (the command line) says so, everybody else makes their own. */
  personId: z.uuid().optional(),
  /** The same by address. */
  email: Email.optional(),
});

/** The secret is shown here and never again. */
export const NewToken = z.object({
  tokenId: z.uuid(),
  name: z.string(),
  token: z.string(),
  expiresAt: instantText.nullable(),
});
