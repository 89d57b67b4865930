import { bigint, boolean, integer, pgSchema, text, timestamp, uuid } from "drizzle-orm/pg-core";

// better-auth reads and writes these tables: its field names on the left, JavaScript dates for instants.
const at = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
const id = () => uuid("id").primaryKey();
const personId = () => uuid("person_id").notNull();

const schema = pgSchema("auth");

/** People who sign in: staff with a role, customers without. */
export const person = schema.table("person", {
  id: id(),
  name: text("name").notNull(),
  email: text("email").notNull(),
  emailVerified: boolean("email_verified").notNull().default(false),
  image: text("image"),
  role: text("role"),
  zone: text("zone"),
  locale: text("locale"),
  twoFactorEnabled: boolean("two_factor_enabled").notNull().default(false),
  joinedAt: at("joined_at"),
  disabledAt: at("disabled_at"),
  createdAt: at("created_at").notNull(),
  updatedAt: at("updated_at").notNull(),
});

/** Browsers that are signed in. */
export const session = schema.table("session", {
  id: id(),
  userId: personId(),
  token: text("token").notNull(),
  expiresAt: at("expires_at").notNull(),
  seenAt: at("seen_at"),
  ipAddress: text("ip_address"),
  userAgent: text("user_agent"),
  createdAt: at("created_at").notNull(),
  updatedAt: at("updated_at").notNull(),
});

/** Ways to sign in; provider "credential" is the password. */
export const account = schema.table("account", {
  id: id(),
  userId: personId(),
  accountId: text("account_id").notNull(),
  providerId: text("provider_id").notNull(),
  password: text("password"),
  accessToken: text("access_token"),
  refreshToken: text("refresh_token"),
  idToken: text("id_token"),
  accessTokenExpiresAt: at("access_token_expires_at"),
  refreshTokenExpiresAt: at("refresh_token_expires_at"),
  scope: text("scope"),
  createdAt: at("created_at").notNull(),
  updatedAt: at("updated_at").notNull(),
});

/** Short-lived proofs: e-mailed links and challenges. */
export const verification = schema.table("verification", {
  // Its locks have ids that are no uuids.
  id: text("id").primaryKey(),
  identifier: text("identifier").notNull(),
  value: text("value").notNull(),
  expiresAt: at("expires_at").notNull(),
  createdAt: at("created_at").notNull(),
  updatedAt: at("updated_at").notNull(),
});

/** Authenticator app and recovery codes. */
export const twoFactor = schema.table("two_factor", {
  id: id(),
  userId: personId(),
  secret: text("secret").notNull(),
  backupCodes: text("backup_codes").notNull(),
  verified: boolean("verified").notNull().default(false),
  failedVerificationCount: integer("failed_verification_count").notNull().default(0),
  lockedUntil: at("locked_until"),
});

/** Public keys of passkeys. */
export const passkey = schema.table("passkey", {
  id: id(),
  userId: personId(),
  name: text("name"),
  publicKey: text("public_key").notNull(),
  credentialID: text("credential_id").notNull(),
  counter: bigint("counter", { mode: "number" }).notNull(),
  deviceType: text("device_type").notNull(),
  backedUp: boolean("backed_up").notNull(),
  transports: text("transports"),
  aaguid: text("aaguid"),
  createdAt: at("created_at"),
});

/** The tables under the names better-auth looks them up by. */
export const betterAuthTables = { user: person, session, account, verification, twoFactor, passkey };
