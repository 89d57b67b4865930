import type { StaffRole } from "#kernel/actor.ts";
import type { Db, Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { refuse } from "#kernel/errors.ts";
import type { Recipient } from "#kernel/auth/mails.ts";
import { hashPassword } from "#kernel/auth/password.ts";
import { newId } from "#kernel/ids.ts";

/** Addresses are compared and kept without regard to case. */
export const normalEmail = (email: string): string => email.trim().toLowerCase();

interface NewPerson {
  name: string;
  email: string;
  role: StaffRole | null;
  now: Temporal.Instant;
}

/** Adds a person who can sign in once they have a password or a link. Errors: `auth.email_taken`. */
export async function addPerson(tx: Tx, { name, email, role, now }: NewPerson): Promise<string> {
  const id = newId();
  const added = await firstRow(
    tx,
    sql`INSERT INTO auth.person (id, name, email, email_verified, role, created_at, updated_at)
        VALUES (${id}, ${name}, ${normalEmail(email)}, true, ${role}, ${now.toString()}, ${now.toString()})
        ON CONFLICT (email) DO NOTHING RETURNING id`,
  );
  if (!added)
    throw refuse("conflict", "auth.email_taken", "Somebody with this e-mail address is here already.", {
      issues: [{ path: "email", message: "Somebody with this address is here already" }],
    });
  return id;
}

/** Sets a person's password, replacing an earlier one. Ending sessions is the caller's business. */
export async function setPassword(
  tx: Tx,
  personId: string,
  { password, now }: { password: string; now: Temporal.Instant },
): Promise<void> {
  const hash = await hashPassword(password);
  const at = now.toString();
  await tx.execute(
    sql`INSERT INTO auth.account (id, person_id, account_id, provider_id, password, created_at, updated_at)
        VALUES (${newId()}, ${personId}, ${personId}, 'credential', ${hash}, ${at}, ${at})
        ON CONFLICT (provider_id, account_id) DO UPDATE SET password = excluded.password, updated_at = excluded.updated_at`,
  );
}

/** The stored hash of a person's password; undefined when none is set. */
export async function findPasswordHash(db: Db, personId: string): Promise<string | undefined> {
  const row = await firstRow<{ password: string | null }>(
    db,
    sql`SELECT password FROM auth.account WHERE person_id = ${personId} AND provider_id = 'credential'`,
  );
  return row?.password ?? undefined;
}

/** Name and address of a person, for a mail. Undefined when unknown or disabled. */
export function findRecipient(db: Db, personId: string): Promise<Recipient | undefined> {
  return firstRow<Recipient>(
    db,
    sql`SELECT id AS "personId", name, email FROM auth.person WHERE id = ${personId} AND disabled_at IS NULL`,
  );
}

/** The person an address belongs to. Undefined when nobody, or disabled. */
export function findPersonByEmail(db: Db, email: string): Promise<Recipient | undefined> {
  return firstRow<Recipient>(
    db,
    sql`SELECT id AS "personId", name, email FROM auth.person
        WHERE email = ${normalEmail(email)} AND disabled_at IS NULL`,
  );
}
