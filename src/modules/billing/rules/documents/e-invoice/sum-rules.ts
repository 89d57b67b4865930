import { currencyExponent } from "#kernel/money.ts";
import { type BusinessRule, breakdownOf, hundredths, type Ubl } from "./rule.ts";

type Line = Ubl["cac:InvoiceLine"][number];

const sumOf = (amounts: readonly (string | undefined)[]): number =>
  amounts.reduce((sum, amount) => sum + hundredths(amount), 0);

const totals = (invoice: Ubl) => invoice["cac:LegalMonetaryTotal"];

const lineTotal = (lines: readonly Line[]): number =>
  sumOf(lines.map((line) => line["cbc:LineExtensionAmount"]));

function lineAddsUp(line: Line): boolean {
  const price = line["cac:Price"];
  const count = Number(line["cbc:InvoicedQuantity"]) / Number(price["cbc:BaseQuantity"] ?? "1");
  const allowances = sumOf((line["cac:AllowanceCharge"] ?? []).map((charge) => charge["cbc:Amount"]));
  const gross = count * Number(price["cbc:PriceAmount"]) * 100;
  return Math.abs(gross - allowances - hundredths(line["cbc:LineExtensionAmount"])) < 1;
}

/** Lines of one entry of the breakdown: same category and rate. */
const linesOf = (invoice: Ubl, entry: ReturnType<typeof breakdownOf>[number]): Line[] =>
  invoice["cac:InvoiceLine"].filter((line) => {
    const category = line["cac:Item"]["cac:ClassifiedTaxCategory"];
    const wanted = entry["cac:TaxCategory"];
    return category["cbc:ID"] === wanted["cbc:ID"] && category["cbc:Percent"] === wanted["cbc:Percent"];
  });

/** Rules over amounts: what adds up to what. Compared in hundredths. */
export const SUM_RULES: readonly BusinessRule[] = [
  {
    code: "BR-CO-10",
    says: "The sum of line net amounts is that of the lines",
    holds: (invoice) =>
      lineTotal(invoice["cac:InvoiceLine"]) === hundredths(totals(invoice)["cbc:LineExtensionAmount"]),
  },
  {
    code: "BR-CO-13",
    says: "The total without tax is the sum of lines less allowances",
    holds: (invoice) =>
      hundredths(totals(invoice)["cbc:TaxExclusiveAmount"]) ===
      hundredths(totals(invoice)["cbc:LineExtensionAmount"]) -
        hundredths(totals(invoice)["cbc:AllowanceTotalAmount"]) +
        hundredths(totals(invoice)["cbc:ChargeTotalAmount"]),
  },
  {
    code: "BR-CO-14",
    says: "The tax is the sum of its breakdown",
    holds: (invoice) =>
      hundredths(invoice["cac:TaxTotal"][0]["cbc:TaxAmount"]) ===
      sumOf(breakdownOf(invoice).map((entry) => entry["cbc:TaxAmount"])),
  },
  {
    code: "BR-CO-15",
    says: "The total with tax is the total without it and the tax",
    holds: (invoice) =>
      hundredths(totals(invoice)["cbc:TaxInclusiveAmount"]) ===
      hundredths(totals(invoice)["cbc:TaxExclusiveAmount"]) +
        hundredths(invoice["cac:TaxTotal"][0]["cbc:TaxAmount"]),
  },
  {
    code: "BR-CO-16",
    says: "What is due is the total less what was paid",
    holds: (invoice) =>
      hundredths(totals(invoice)["cbc:PayableAmount"]) ===
      hundredths(totals(invoice)["cbc:TaxInclusiveAmount"]) -
        hundredths(totals(invoice)["cbc:PrepaidAmount"]) +
        hundredths(totals(invoice)["cbc:PayableRoundingAmount"]),
  },
  {
    // Prices that hold tax round once, on the net amount, and the tax is the rest: it may differ by one unit of the
    // currency. The standard's own Schematron lets anything below 1.00 pass.
    code: "BR-CO-17",
    says: "The tax of a category is its taxable amount times its rate",
    holds: (invoice) =>
      breakdownOf(invoice).every((entry) => {
        const rate = Number(entry["cac:TaxCategory"]["cbc:Percent"] ?? "0") / 100;
        const expected = Math.round(hundredths(entry["cbc:TaxableAmount"]) * rate);
        const unit = currencyExponent(invoice["cbc:DocumentCurrencyCode"]) === 0 ? 99 : 1;
        return Math.abs(hundredths(entry["cbc:TaxAmount"]) - expected) <= unit;
      }),
  },
  {
    code: "BR-S-08",
    says: "The taxable amount of a category and rate is the sum of its lines",
    holds: (invoice) =>
      breakdownOf(invoice).every(
        (entry) => lineTotal(linesOf(invoice, entry)) === hundredths(entry["cbc:TaxableAmount"]),
      ),
  },
  {
    code: "PEPPOL-EN16931-R120",
    says: "A line is quantity times price less its allowances",
    holds: (invoice) => invoice["cac:InvoiceLine"].every(lineAddsUp),
  },
];
