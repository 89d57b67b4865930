import { rows, sql } from "#kernel/db/sql.ts";
import type { PersonalDataSource } from "#kernel/module.ts";
import { ownedAccounts } from "#modules/people/index.ts";

/** What somebody typed on the way to an order. */
export const checkoutData: PersonalDataSource = {
  table: "billing.checkout",
  what: "Name and address entered at checkouts",
  basis: "Entered to buy; forgotten a day after a checkout runs out without an order",
  export: (db, personId) =>
    rows(db, sql`SELECT buyer, created_at FROM billing.checkout WHERE person_id = ${personId}`),
  erase: async (db, personId) => {
    await db.execute(sql`UPDATE billing.checkout SET buyer = NULL WHERE person_id = ${personId}`);
  },
};

/** Who ordered, as entered; the invoice keeps what the law asks for. */
export const orderData: PersonalDataSource = {
  table: "billing.order",
  what: "Orders the person placed, with the name and address entered",
  basis: "The contract with the customer",
  export: (db, personId) =>
    rows(
      db,
      sql`SELECT reference, buyer, terms_sha256, terms_accepted_at, placed_at, status FROM billing."order"
          WHERE person_id = ${personId} ORDER BY placed_at`,
    ),
  erase: async (db, personId) => {
    await db.execute(
      sql`UPDATE billing."order" SET buyer = jsonb_build_object('country', buyer->>'country') WHERE person_id = ${personId}`,
    );
  },
};

/** Invoices are kept as they were issued: the law asks for six to ten years of them. */
export const invoiceData: PersonalDataSource = {
  table: "billing.invoice",
  what: "Name and address on invoices of accounts the person owns",
  basis: "The law asks for invoices to be kept unchanged, for up to ten years; they are not erased before",
  export: async (db, personId) =>
    rows(
      db,
      sql`SELECT full_number, issued_on, customer, total_minor, currency FROM billing.invoice
          WHERE number IS NOT NULL AND account_id = ANY (${sql.param(await ownedAccounts(db, personId))}::uuid[])
          ORDER BY issued_at`,
    ),
  erase: async () => {},
};
