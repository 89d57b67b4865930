import { firstRow, sql } from "#kernel/db/sql.ts";
import type { Tx } from "#kernel/db/database.ts";
import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { newPerson } from "#modules/people/accounts/new-person.ts";
import { openAccount } from "#modules/people/accounts/open-account.ts";
import { findPersonId, lockEmail } from "#modules/people/accounts/person-by-email.ts";
import { NewAccount, OneAccount } from "#modules/people/contract/lists.ts";

interface Owner {
  email: string;
  name: string;
  now: Temporal.Instant;
}

async function ownerOf(tx: Tx, owner: Owner): Promise<string> {
  await lockEmail(tx, owner.email);
  return (await findPersonId(tx, owner.email)) ?? (await newPerson(tx, owner));
}

/** Refuses an id of another system that a customer has already; of two at once the constraint refuses one. */
async function refuseKnownId(tx: Tx, externalId: string): Promise<void> {
  await tx.execute(
    sql`SELECT pg_advisory_xact_lock(hashtextextended('people.external:' || ${externalId}, 0))`,
  );
  const known = await firstRow(tx, sql`SELECT 1 FROM people.account WHERE external_id = ${externalId}`);
  if (known)
    throw refuse("conflict", "people.external_id_taken", "Another customer has this id already.", {
      issues: [{ path: "externalId", message: "Another customer has this id already" }],
    });
}

/** Opens a customer's account by hand, with its first owner where an address is known. Errors: `people.external_id_taken`. */
export const createAccount = defineCommand({
  name: "people.create_account",
  title: "Add a customer",
  http: "POST /customers",
  access: "people:edit",
  input: NewAccount,
  output: OneAccount,
  run: async (context) => {
    const { tx, now } = context;
    const { externalId, ownerEmail, ownerName, ...facts } = context.input;
    if (externalId) await refuseKnownId(tx, externalId);
    const ownerId = ownerEmail
      ? await ownerOf(tx, { email: ownerEmail, name: ownerName ?? facts.name, now })
      : null;
    return { accountId: await openAccount(context, { facts, ownerId, externalId, source: "console" }) };
  },
});
