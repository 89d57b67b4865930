import type { z } from "zod";
import type { Db } from "#kernel/db/database.ts";
import { firstRow, rows, sql } from "#kernel/db/sql.ts";
import { permissionsOf } from "#kernel/operation/access.ts";
import { defineQuery, type QueryContext } from "#kernel/operation/operation.ts";
import { personUnknown } from "#modules/people/accounts/person-exists.ts";
import { OnePerson, PersonDetail } from "#modules/people/contract/persons.ts";
import { readConsents } from "#modules/people/queries/consents/read-consents.ts";
import { readRequests } from "#modules/people/queries/erasure/read-requests.ts";
import { isoInstant } from "#modules/people/queries/iso-instant.ts";
import { readEmails } from "#modules/people/queries/portal/read-emails.ts";

interface PersonRow {
  name: string;
  isStaff: boolean;
  isActive: boolean;
  createdAt: string;
}

type Account = z.output<typeof PersonDetail>["accounts"][number];

const accountsOf = (db: Db, personId: string): Promise<Account[]> =>
  rows<Account>(
    db,
    sql`SELECT a.id AS "accountId", a.name, a.kind, m.role
        FROM people.membership m JOIN people.account a ON a.id = m.account_id
        WHERE m.person_id = ${personId} AND m.until_at IS NULL AND a.merged_into_id IS NULL
        ORDER BY m.from_at, m.id LIMIT 500`,
  );

/** Cards of all modules the caller may see; one that fails is left out and logged. */
async function cardsOf({ db, actor, runtime, log }: QueryContext<unknown>, personId: string) {
  const { registry } = runtime();
  const granted = permissionsOf(registry, actor);
  const cards = registry.modules
    .flatMap((module) => [...(module.cards ?? [])])
    .filter(({ permission }) => granted.has(permission));
  const answers = await Promise.all(
    cards.map(async ({ title, load }) => {
      try {
        return [{ title, rows: await load(db, { personId }) }];
      } catch (error) {
        log.error({ card: title, error }, "A person's card failed");
        return [];
      }
    }),
  );
  return answers.flat();
}

/** A human behind customers' accounts. Errors: `people.person_unknown`. */
export const getCustomerPerson = defineQuery({
  name: "people.get_person",
  title: "Read one person behind customers' accounts",
  http: "GET /customers/people/:personId",
  access: "people:read",
  input: OnePerson,
  output: PersonDetail,
  run: async (context) => {
    const { db, now, input } = context;
    const { personId } = input;
    const person = await firstRow<PersonRow>(
      db,
      sql`SELECT name, role IS NOT NULL AS "isStaff", disabled_at IS NULL AS "isActive", created_at AS "createdAt"
          FROM auth.person WHERE id = ${personId}`,
    );
    if (!person) throw personUnknown();
    return {
      personId,
      ...person,
      createdAt: isoInstant(person.createdAt),
      emails: await readEmails(db, personId),
      accounts: await accountsOf(db, personId),
      consents: await readConsents(db, { personId, now }),
      erasureRequests: await readRequests(db, personId),
      cards: await cardsOf(context, personId),
    };
  },
});
