import { rows, sql } from "#kernel/db/sql.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { ListTaxReviews, TaxReviewPage, type TaxReviewView } from "#modules/billing/contract/tax.ts";
import { pageOf, readCursor } from "#modules/billing/queries/paging.ts";
import { needsReview } from "#modules/billing/queries/tax/review-rows.ts";

/** Invoices whose tax is doubtful, newest first, and why. Errors: `billing.cursor_unknown`. */
export const listTaxReviews = defineQuery({
  name: "billing.list_tax_reviews",
  title: "List invoices whose tax is doubtful",
  http: "GET /billing/tax-reviews",
  access: "billing:books",
  input: ListTaxReviews,
  output: TaxReviewPage,
  run: async ({ db, input }) => {
    const after = readCursor(input.cursor, 2);
    const found = rows<TaxReviewView>(
      db,
      sql`SELECT i.id AS "invoiceId", i.account_id AS "accountId", i.full_number AS "fullNumber",
                 i.issued_on::text AS "issuedOn", i.currency, i.total_minor AS "totalMinor", i.tax_minor AS "taxMinor",
                 i.tax_evidence ->> 'territory' AS territory, i.tax_evidence #>> '{decisions,0,why}' AS why,
                 i.tax_evidence -> 'flags' AS flags, i.tax_evidence #> '{location,signals}' AS signals,
                 CASE WHEN i.tax_evidence #>> '{taxId,number}' IS NOT NULL THEN jsonb_build_object(
                   'number', i.tax_evidence #> '{taxId,number}', 'status', i.tax_evidence #> '{taxId,status}') END AS "taxId",
                 r.note, to_json(r.reviewed_at) #>> '{}' AS "reviewedAt"
          FROM billing.invoice i LEFT JOIN billing.tax_review r ON r.invoice_id = i.id
          WHERE ${needsReview(input.group)}
            AND (r.invoice_id IS NULL) = ${input.state === "open"}
            ${after ? sql`AND (i.issued_on, i.id) < (${after[0]}::date, ${after[1]}::uuid)` : sql``}
          ORDER BY i.issued_on DESC, i.id DESC LIMIT ${input.limit + 1}`,
    );
    return pageOf(found, input.limit, (row) => [row.issuedOn, row.invoiceId]);
  },
});
