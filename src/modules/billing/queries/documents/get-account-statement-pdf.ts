import { defineQuery } from "#kernel/operation/operation.ts";
import { DocumentFile, GetAccountStatement } from "#modules/billing/contract/documents.ts";
import { readBrand } from "#modules/billing/documents/brand.ts";
import { makeStatement } from "#modules/billing/documents/make-statement.ts";
import { getStatementDocument } from "#modules/billing/queries/documents/account-statement.ts";

/** The statement of an account as a PDF. Errors: as `billing.get_account_statement`, and those of making PDFs. */
export const getAccountStatementPdf = defineQuery({
  name: "billing.get_account_statement_pdf",
  title: "Make the statement of an account as a PDF",
  http: "GET /billing/accounts/:accountId/statement/pdf",
  access: "billing:read",
  input: GetAccountStatement,
  output: DocumentFile,
  run: async (context) => {
    const document = await getStatementDocument(context, context.input);
    return makeStatement(context.pdf, document, { brand: await readBrand(context.db), now: context.now });
  },
});
