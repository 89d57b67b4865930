import type { Db } from "#kernel/db/database.ts";
import { sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";

/** An issued invoice or credit note of one tax, written straight into the tables. */
export interface TaxedDocument {
  issuedOn: string;
  currency?: string;
  netMinor?: number;
  taxMinor?: number;
  jurisdiction?: string;
  code?: "S" | "E" | "AE" | "O";
  ratePpm?: number;
  sellerCountry?: string;
  evidence?: Record<string, unknown>;
  corrects?: string;
  voidedAt?: string;
  accountId?: string;
}

let count = 0;

async function insertTax(db: Db, invoiceId: string, accountId: string, given: TaxedDocument): Promise<void> {
  const { netMinor = 10_000, taxMinor = 0, jurisdiction = "-", code = "O", ratePpm = 0 } = given;
  await db.execute(
    sql`INSERT INTO billing.invoice_tax (invoice_id, account_id, jurisdiction, code, rate_ppm, net_minor, tax_minor)
        VALUES (${invoiceId}, ${accountId}, ${jurisdiction}, ${code}, ${ratePpm}, ${netMinor}, ${taxMinor})`,
  );
}

/** Writes it and gives its id. */
export async function insertInvoice(db: Db, given: TaxedDocument): Promise<string> {
  const id = newId();
  count += 1;
  const { issuedOn, currency = "EUR", netMinor = 10_000, taxMinor = 0, evidence = {} } = given;
  const accountId = given.accountId ?? newId();
  const kind = given.corrects ? "credit_note" : "invoice";
  await db.execute(
    sql`INSERT INTO billing.invoice_series (key, prefix) VALUES (${kind}, ${kind}) ON CONFLICT DO NOTHING`,
  );
  await db.execute(
    sql`INSERT INTO billing.invoice
          (id, account_id, kind, source_key, source_kind, corrects_invoice_id, series, number, full_number, status,
           currency, net_minor, tax_minor, total_minor, issued_at, issued_on, due_on, voided_at, locale, seller,
           customer, tax_evidence, created_at)
        VALUES (${id}, ${accountId}, ${kind}, ${`test:${id}`}, 'manual', ${given.corrects ?? null}, ${kind}, ${count},
                ${`T-${count}-${id}`}, ${given.voidedAt ? "void" : "open"}, ${currency}, ${netMinor}, ${taxMinor},
                ${netMinor + taxMinor}, ${`${issuedOn}T12:00:00Z`}, ${issuedOn}, ${issuedOn}, ${given.voidedAt ?? null},
                'en', ${JSON.stringify({ country: given.sellerCountry ?? "DE" })}::jsonb, '{}',
                ${JSON.stringify(evidence)}::jsonb, ${`${issuedOn}T12:00:00Z`})`,
  );
  await insertTax(db, id, accountId, given);
  return id;
}
