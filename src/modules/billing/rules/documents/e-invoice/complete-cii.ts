import type { InvoiceDocument } from "../types.ts";

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const AGREEMENT_END = "</ram:ApplicableHeaderTradeAgreement>";
const SUMS_END = "</ram:SpecifiedTradeSettlementHeaderMonetarySummation>";

/** BG-3: the invoice a credit note corrects (BT-25, BT-26). */
function preceding({ number, issuedOn }: NonNullable<InvoiceDocument["corrects"]>): string {
  const day = issuedOn.replaceAll("-", "");
  return `<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>${escaped(number)}</ram:IssuerAssignedID><ram:FormattedIssueDateTime><qdt:DateTimeString format="102">${day}</qdt:DateTimeString></ram:FormattedIssueDateTime></ram:InvoiceReferencedDocument>`;
}

/** The text with `more` behind the one place where `mark` stands. */
function behind(xml: string, mark: string, more: string): string {
  if (xml.split(mark).length !== 2) throw new Error(`The CII has ${mark} not once`);
  return xml.replace(mark, () => mark + more);
}

/**
 * Adds to the library's CII (2.3.4) what it leaves out: the delivery, which D16B asks for even when nothing is said of it,
 * and the invoice a credit note corrects. Takes away a schema location that points nowhere, and a currency where the
 * standard wants none (CII-DT-031).
 */
export function completeCii(xml: string, document: InvoiceDocument): string {
  const plain = xml
    .replace(/ xmlns:xsi="[^"]*" xsi:schemaLocation="[^"]*"/, "")
    .replaceAll(/<ram:ActualAmount currencyID="[A-Z]{3}">/g, "<ram:ActualAmount>");
  const delivered = plain.includes("<ram:ApplicableHeaderTradeDelivery")
    ? plain
    : behind(plain, AGREEMENT_END, "\n\t\t<ram:ApplicableHeaderTradeDelivery/>");
  return document.corrects
    ? behind(delivered, SUMS_END, `\n\t\t\t${preceding(document.corrects)}`)
    : delivered;
}
