import { defineQuery } from "#kernel/operation/operation.ts";
import { DocumentFile, GetMyStatement } from "#modules/billing/contract/documents.ts";
import { readBrand } from "#modules/billing/documents/brand.ts";
import { makeStatement } from "#modules/billing/documents/make-statement.ts";
import { canSeeBills } from "#modules/billing/policy.ts";
import { getStatementDocument } from "#modules/billing/queries/documents/account-statement.ts";
import { myBilledAccount } from "#modules/billing/queries/documents/my-billed-account.ts";

/** The customer's statement of account as a PDF. Errors: as `billing.get_my_statement`, and those of making PDFs. */
export const getMyStatementPdf = defineQuery({
  name: "billing.get_my_statement_pdf",
  title: "Make my statement of account as a PDF",
  http: "GET /account/statement/pdf",
  access: "customer",
  input: GetMyStatement,
  output: DocumentFile,
  allow: (actor, _, { accountId }) => canSeeBills(actor, accountId),
  run: async (context) => {
    const { actor, input, db, now, pdf } = context;
    const asked = { ...input, accountId: myBilledAccount(actor, input.accountId) };
    const document = await getStatementDocument(context, asked);
    return makeStatement(pdf, document, { brand: await readBrand(db), now });
  },
});
