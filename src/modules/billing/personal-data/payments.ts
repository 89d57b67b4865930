import type { Db } from "#kernel/db/database.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import type { PersonalDataSource } from "#kernel/module.ts";
import { ownedAccounts } from "#modules/people/index.ts";

const ownAccounts = async (db: Db, personId: string) =>
  sql`${sql.param(await ownedAccounts(db, personId))}::uuid[]`;

/** Saved methods: a label such as "Visa ending in 4242"; no number of a card is ever here. */
export const paymentMethodData: PersonalDataSource = {
  table: "billing.payment_method",
  what: "Saved payment methods of accounts the person owns: brand, last digits, expiry",
  basis: "To charge what falls due, until the method is removed",
  export: async (db, personId) =>
    rows(
      db,
      sql`SELECT provider, label, expires_on, created_at, removed_at FROM billing.payment_method
          WHERE account_id = ANY (${await ownAccounts(db, personId)}) ORDER BY created_at`,
    ),
  erase: async (db, personId) => {
    await db.execute(
      sql`UPDATE billing.payment_method SET removed_at = coalesce(removed_at, now()), is_default = false,
            label = 'Erased', expires_on = NULL WHERE account_id = ANY (${await ownAccounts(db, personId)})`,
    );
  },
};

/** Payers on bank statements: kept with the books. */
export const bankLineData: PersonalDataSource = {
  table: "billing.bank_line",
  what: "Name, account number and text of transfers to the company, of accounts the person owns",
  basis: "The law asks for bank statements to be kept, for up to ten years; they are not erased before",
  export: async (db, personId) =>
    rows(
      db,
      sql`SELECT b.booked_on, b.amount_minor, b.currency, b.payer_name, b.payer_iban, b.remittance
          FROM billing.bank_line b JOIN billing.payment p ON p.id = b.payment_id
          WHERE p.account_id = ANY (${await ownAccounts(db, personId)}) ORDER BY b.booked_on`,
    ),
  erase: async () => {},
};

/** What providers told, word for word, names a payer now and then. */
export const providerEventData: PersonalDataSource = {
  table: "billing.provider_event",
  what: "Messages of payment providers, with names and addresses they hold, kept 90 days",
  basis: "To look into payments that went wrong",
  export: async () => [],
  // Which person a message is about is not known here; it goes after 90 days whoever it is.
  erase: async () => {},
};
