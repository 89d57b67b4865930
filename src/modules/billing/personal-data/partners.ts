import { rows, sql } from "#kernel/db/sql.ts";
import type { PersonalDataSource } from "#kernel/module.ts";

/** Partners by the address a person signs in with; whoever is from outside and never signed in is erased by hand. */
const OWN = (personId: string) => sql`(p.person_id = ${personId}
  OR p.email = (SELECT lower(email) FROM auth.person WHERE id = ${personId}))`;

/** What is known of a person who sends customers. Terms and amounts stay: they are in the books. */
export const partnerData: PersonalDataSource = {
  table: "billing.partner",
  what: "Name, e-mail address, tax id and terms of a person who is paid for sending customers",
  basis: "Needed to pay the partner; amounts are kept as the books are, without the person",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT p.code, p.name, p.email, p.tax_id, p.rate_ppm, p.fixed_minor, p.currency, p.created_at
          FROM billing.partner p WHERE ${OWN(personId)} ORDER BY p.created_at`,
    ),
  erase: async (db, personId) => {
    await db.execute(
      sql`UPDATE billing.partner p SET name = 'Former partner', email = p.id::text || '@erased.invalid', tax_id = NULL,
            note = '', person_id = NULL, is_active = false
          WHERE ${OWN(personId)}`,
    );
  },
};
