import type { Invoice } from "@e-invoice-eu/core";
import type { DocumentLine, InvoiceDocument } from "../types.ts";
import { amountText, numberText, percentText, present, xmlText } from "./values.ts";

type Ubl = Invoice["ubl:Invoice"];
type Line = Ubl["cac:InvoiceLine"][number];
type Currency = Ubl["cbc:DocumentCurrencyCode"];

const VAT = { "cbc:ID": "VAT" };
/** UNECE Recommendation 20: one. */
const ONE = "C62" as const;

/** What a line counts and costs, before its allowance. `base` is for how many the price is. */
interface Counted {
  quantity: number;
  priceMinor: number;
  base: number;
  allowanceMinor: number;
}

/**
 * Quantity, price and allowance of a line such that quantity × price ÷ base − allowance is its net amount to the cent. A
 * price that holds tax, comes from tiers or gives back cannot say that by itself: then the price is of the whole quantity
 * (BT-149). A price is never negative (BR-27); what is given back has a negative quantity.
 */
export function countLine(line: DocumentLine): Counted {
  const { quantity, unitMinor, discountMinor, netMinor } = line;
  const isPlain =
    unitMinor !== null &&
    unitMinor >= 0 &&
    discountMinor >= 0 &&
    Math.round(unitMinor * quantity * 1e6) === (netMinor + discountMinor) * 1e6;
  if (isPlain) return { quantity, priceMinor: unitMinor, base: 1, allowanceMinor: discountMinor };
  const count = quantity === 0 ? 1 : Math.abs(quantity);
  return {
    quantity: netMinor < 0 ? -count : count,
    priceMinor: Math.abs(netMinor),
    base: count,
    allowanceMinor: 0,
  };
}

/** Category and rate; a sale outside of the scope of tax has no rate (BR-O-05). */
export const categoryOf = ({ code, ratePpm }: Pick<DocumentLine, "code" | "ratePpm">) =>
  present({
    "cbc:ID": code,
    "cbc:Percent": code === "O" ? undefined : percentText(ratePpm),
    "cac:TaxScheme": VAT,
  });

function periodOf({ periodStartsOn, periodEndsOn }: DocumentLine): Line["cac:InvoicePeriod"] {
  if (!periodStartsOn || !periodEndsOn) return undefined;
  const last = Temporal.PlainDate.from(periodEndsOn).subtract({ days: 1 });
  return { "cbc:StartDate": periodStartsOn, "cbc:EndDate": last.toString() }; // BT-134, BT-135: both included
}

function allowancesOf(minor: number, currency: Currency): Line["cac:AllowanceCharge"] {
  if (minor === 0) return undefined;
  return [
    {
      "cbc:ChargeIndicator": "false",
      "cbc:AllowanceChargeReasonCode": "95", // UNTDID 5189: discount
      "cbc:AllowanceChargeReason": "Discount", // BT-139
      "cbc:Amount": amountText(minor, currency), // BT-136
      "cbc:Amount@currencyID": currency,
    },
  ];
}

/** One line, BG-25. */
export function lineOf(document: InvoiceDocument, line: DocumentLine): Line {
  const currency = document.currency as Currency;
  const { quantity, priceMinor, base, allowanceMinor } = countLine(line);
  const name = xmlText(line.description.replaceAll(/\s+/g, " ")) || "–";
  return present({
    "cbc:ID": String(line.position), // BT-126
    "cbc:InvoicedQuantity": numberText(quantity), // BT-129
    "cbc:InvoicedQuantity@unitCode": ONE, // BT-130
    "cbc:LineExtensionAmount": amountText(line.netMinor, currency), // BT-131
    "cbc:LineExtensionAmount@currencyID": currency,
    "cac:InvoicePeriod": periodOf(line), // BG-26
    "cac:AllowanceCharge": allowancesOf(allowanceMinor, currency), // BG-27
    "cac:Item": { "cbc:Name": name, "cac:ClassifiedTaxCategory": categoryOf(line) }, // BT-153, BT-151, BT-152
    "cac:Price": present({
      "cbc:PriceAmount": amountText(priceMinor, currency), // BT-146
      "cbc:PriceAmount@currencyID": currency,
      "cbc:BaseQuantity": base === 1 ? undefined : numberText(base), // BT-149
      "cbc:BaseQuantity@unitCode": base === 1 ? undefined : ONE,
    }),
  });
}
