import { isBooked, readEntryLines } from "./camt-entry.ts";
import { accountNumber, type ParsedStatement, StatementError } from "./statement.ts";
import { child, children, readXml, textAt, type XmlNode } from "./xml.ts";

/** Relatives of a statement that banks also offer, which tell of the same money again. */
const OTHERS: Record<string, string> = {
  BkToCstmrAcctRpt: "a report of the running day (CAMT.052)",
  BkToCstmrDbtCdtNtfctn: "a notice of single payments (CAMT.054)",
  CstmrCdtTrfInitn: "an order to pay (PAIN.001)",
};

function statementsOf(document: XmlNode | undefined): XmlNode[] {
  const other = Object.keys(OTHERS).find((name) => child(document, name) !== undefined);
  if (other)
    throw new StatementError(
      "billing.statement_other_kind",
      `This file is ${OTHERS[other]}. Choose the statement of the day (CAMT.053), which holds what is booked.`,
    );
  const found = children(child(document, "BkToCstmrStmt"), "Stmt");
  if (found.length > 0) return found;
  throw new StatementError("billing.statement_other_kind", "This XML file is no bank statement (CAMT.053).");
}

/**
 * Reads a CAMT.053 file (ISO 20022, versions 2 to 8 and later of the same shape): booked entries, batches as the payments
 * they are made of, reversals, charges. Errors: `billing.statement_unreadable`, `billing.statement_other_kind`,
 * `billing.statement_entry_broken`.
 */
export function readCamt(text: string): ParsedStatement {
  const statements = statementsOf(child(readXml(text), "Document"));
  let pending = 0;
  const lines = statements.flatMap((statement) => {
    const account = child(statement, "Acct");
    const number = textAt(account, "Id", "IBAN") ?? textAt(account, "Id", "Othr", "Id");
    const entries = children(statement, "Ntry");
    const booked = entries.filter(isBooked);
    pending += entries.length - booked.length;
    return booked.flatMap((entry) =>
      readEntryLines(entry, accountNumber(number) ?? "-", textAt(account, "Ccy")),
    );
  });
  return { format: "camt053", statementRef: textAt(statements[0], "Id"), lines, pending, warnings: [] };
}
