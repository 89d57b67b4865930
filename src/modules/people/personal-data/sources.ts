import { rows, sql } from "#kernel/db/sql.ts";
import type { PersonalDataSource } from "#kernel/module.ts";

/** Accounts that are this person's alone. */
const ALONE = (personId: string) => sql`SELECT m.account_id FROM people.membership m
  WHERE m.person_id = ${personId} AND m.role = 'owner' AND m.until_at IS NULL
    AND NOT EXISTS (SELECT FROM people.membership o WHERE o.account_id = m.account_id AND o.until_at IS NULL
      AND o.person_id <> m.person_id)`;

const account: PersonalDataSource = {
  table: "people.account",
  what: "Name, address and tax number of accounts the person owns",
  basis:
    "Needed to sell to them and to write invoices; invoices keep what they said for as long as the law wants",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT kind, name, billing_email, tax_id, country, region, postcode, city, line1, line2, currency, locale,
                 zone, created_at
          FROM people.account WHERE id IN (SELECT account_id FROM people.membership
            WHERE person_id = ${personId} AND role = 'owner' AND until_at IS NULL)`,
    ),
  erase: async (db, personId) => {
    await db.execute(
      sql`UPDATE people.account
          SET name = 'Former customer', external_id = NULL, billing_email = NULL, tax_id = NULL, region = '',
              postcode = '', city = '', line1 = '', line2 = '', version = version + 1,
              erased_at = coalesce(erased_at, now())
          WHERE id IN (${ALONE(personId)})`,
    );
  },
};

const membership: PersonalDataSource = {
  table: "people.membership",
  what: "Which accounts the person belongs to, and as what",
  basis: "Says who may use and change what an account has; without the person's name it says nothing of them",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT account_id, role, from_at, until_at FROM people.membership WHERE person_id = ${personId} ORDER BY from_at`,
    ),
  erase: async (db, personId) => {
    await db.execute(
      sql`UPDATE people.membership SET until_at = greatest(from_at, now())
          WHERE person_id = ${personId} AND until_at IS NULL`,
    );
  },
};

const emailAddress: PersonalDataSource = {
  table: "people.email_address",
  what: "Further e-mail addresses",
  basis: "The person added them, to be known by them",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT email, added_at, verified_at FROM people.email_address WHERE person_id = ${personId}`,
    ),
  erase: async (db, personId) => {
    await db.execute(sql`DELETE FROM people.email_address WHERE person_id = ${personId}`);
  },
};

const invitation: PersonalDataSource = {
  table: "people.invitation",
  what: "Invitations to accounts, with the address they went to",
  basis: "Needed to let the person join an account",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT account_id, email, name, role, invited_at, expires_at, accepted_at, revoked_at
          FROM people.invitation WHERE person_id = ${personId}`,
    ),
  erase: async (db, personId) => {
    await db.execute(
      sql`UPDATE people.invitation
          SET email = id::text || '@erased.invalid', name = '', token_sha256 = NULL,
              revoked_at = coalesce(revoked_at, CASE WHEN accepted_at IS NULL THEN now() END)
          WHERE person_id = ${personId}`,
    );
  },
};

const consent: PersonalDataSource = {
  table: "people.consent",
  what: "What the person agreed to, and to which words",
  basis: "Proves that the person agreed; of no use once nobody knows who it was",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT purpose, granted, text_version, text_sha256, source, given_at
          FROM people.consent WHERE person_id = ${personId} ORDER BY given_at`,
    ),
  erase: async (db, personId) => {
    await db.execute(sql`DELETE FROM people.consent WHERE person_id = ${personId}`);
  },
};

const erasureRequest: PersonalDataSource = {
  table: "people.erasure_request",
  what: "Requests to erase the person's data",
  basis: "Proves that the request was answered",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT note, requested_at, withdrawn_at, decided_at, decision, answer
          FROM people.erasure_request WHERE person_id = ${personId}`,
    ),
  erase: async (db, personId) => {
    await db.execute(
      sql`UPDATE people.erasure_request SET note = '', answer = '' WHERE person_id = ${personId}`,
    );
  },
};

const merge: PersonalDataSource = {
  table: "people.merge",
  what: "Name and address a merged person had, to undo the merge",
  basis: "Lets a wrong merge be undone; once erased it cannot be",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT before, merged_at, undone_at FROM people.merge
          WHERE kind = 'person' AND (kept_id = ${personId} OR merged_id = ${personId})`,
    ),
  erase: async (db, personId) => {
    await db.execute(
      sql`UPDATE people.merge SET before = '{}'
          WHERE kind = 'person' AND (kept_id = ${personId} OR merged_id = ${personId})`,
    );
  },
};

/**
 * What this module knows of a person. Accounts come first: whose they are is read off the memberships that end after.
 */
export const personalData: readonly PersonalDataSource[] = [
  account,
  membership,
  emailAddress,
  invitation,
  consent,
  erasureRequest,
  merge,
];
