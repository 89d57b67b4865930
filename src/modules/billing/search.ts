import type { SearchSource } from "#kernel/module.ts";
import { rows, sql } from "#kernel/db/sql.ts";
import { formatMoney } from "#kernel/money.ts";

/** Finds invoices and credit notes by number or payment reference. */
export const invoiceSearch: SearchSource = {
  kind: "Invoice",
  permission: "billing:read",
  find: async (db, { text, limit }) => {
    const compact = text.replaceAll(/\s/g, "").toUpperCase();
    const found = await rows<{
      id: string;
      full_number: string;
      name: string;
      total_minor: number;
      currency: string;
    }>(
      db,
      sql`SELECT i.id, i.full_number, a.name, i.total_minor, i.currency
          FROM billing.invoice i JOIN people.account_name a ON a.id = i.account_id
          WHERE i.number IS NOT NULL
            AND (position(${compact} in upper(i.full_number)) > 0 OR position(${compact} in coalesce(i.payment_reference, '')) > 0)
          ORDER BY i.issued_at DESC LIMIT ${limit}`,
    );
    return found.map((row) => ({
      kind: "Invoice",
      title: row.full_number,
      detail: `${row.name}, ${formatMoney(row.total_minor, row.currency, "en-GB")}`,
      href: `/console/billing/invoices/${row.id}`,
    }));
  },
};

/** Finds orders by the reference a buyer reads out. */
export const orderSearch: SearchSource = {
  kind: "Order",
  permission: "billing:read",
  find: async (db, { text, limit }) => {
    const found = await rows<{ id: string; reference: string; name: string; account_id: string }>(
      db,
      sql`SELECT r.id, r.reference, r.account_id, a.name
          FROM billing."order" r JOIN people.account_name a ON a.id = r.account_id
          WHERE position(upper(${text}) in r.reference) > 0 ORDER BY r.placed_at DESC LIMIT ${limit}`,
    );
    return found.map((row) => ({
      kind: "Order",
      title: row.reference,
      detail: row.name,
      href: `/console/customers/${row.account_id}`,
    }));
  },
};
