import type { PersonalDataSource } from "#kernel/module.ts";
import { rows, sql } from "#kernel/db/sql.ts";

/** What sign-in knows of a person. Erasing leaves a nameless row, so that who did what keeps its ids. */
export const personalData: readonly PersonalDataSource[] = [
  {
    table: "auth.person",
    what: "Name, e-mail address, role, time zone and language",
    basis: "Needed for a person to sign in and to be named beside their work",
    export: (db, personId) =>
      rows(
        db,
        sql`SELECT id, name, email, role, zone, locale, joined_at, disabled_at, created_at
            FROM auth.person WHERE id = ${personId}`,
      ),
    erase: async (db, personId) => {
      await db.execute(
        sql`UPDATE auth.person
            SET name = 'Former person', email = id::text || '@erased.invalid', image = NULL, zone = NULL,
                locale = NULL, disabled_at = coalesce(disabled_at, now())
            WHERE id = ${personId}`,
      );
      await db.execute(sql`DELETE FROM auth.account WHERE person_id = ${personId}`);
      await db.execute(sql`DELETE FROM auth.two_factor WHERE person_id = ${personId}`);
      await db.execute(sql`DELETE FROM auth.link WHERE person_id = ${personId}`);
    },
  },
  {
    table: "auth.session",
    what: "Browsers that are signed in, with network address",
    basis: "Shown to the person, so that they notice strangers; deleted when the session ends",
    export: (db, personId) =>
      rows(
        db,
        sql`SELECT created_at, seen_at, ip_address, user_agent FROM auth.session WHERE person_id = ${personId}`,
      ),
    erase: async (db, personId) => {
      await db.execute(sql`DELETE FROM auth.session WHERE person_id = ${personId}`);
    },
  },
  {
    table: "auth.passkey",
    what: "Public keys of passkeys and their names",
    basis: "Needed to sign in by passkey",
    export: (db, personId) =>
      rows(db, sql`SELECT name, created_at FROM auth.passkey WHERE person_id = ${personId}`),
    erase: async (db, personId) => {
      await db.execute(sql`DELETE FROM auth.passkey WHERE person_id = ${personId}`);
    },
  },
  {
    table: "auth.api_token",
    what: "Names and last use of API tokens",
    basis: "Needed to let programs in on behalf of the person",
    export: (db, personId) =>
      rows(
        db,
        sql`SELECT name, scopes, created_at, used_at, revoked_at FROM auth.api_token WHERE person_id = ${personId}`,
      ),
    erase: async (db, personId) => {
      await db.execute(sql`DELETE FROM auth.api_token WHERE person_id = ${personId}`);
    },
  },
];
