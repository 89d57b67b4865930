import type { Invoice } from "@e-invoice-eu/core";
import type { TaxCode } from "../../types.ts";
import type { DocumentTax, InvoiceDocument } from "../types.ts";
import { categoryOf } from "./lines.ts";
import { amountText, present, xmlText } from "./values.ts";

type Ubl = Invoice["ubl:Invoice"];
type Currency = Ubl["cbc:DocumentCurrencyCode"];
type Breakdown = NonNullable<Ubl["cac:TaxTotal"][number]["cac:TaxSubtotal"]>[number];

/** Codes of the VATEX list, where the category alone decides them. */
const REASON_CODES: Partial<Record<TaxCode, string>> = { AE: "VATEX-EU-AE", O: "VATEX-EU-O" };

/** Words for a category that needs a reason and was given none (BR-E-10, BR-AE-10, BR-O-10). */
const REASON_WORDS: Partial<Record<TaxCode, string>> = {
  E: "Exempt from tax",
  AE: "Reverse charge",
  O: "Not subject to VAT",
};

function reasonOf(taxes: readonly DocumentTax[], code: TaxCode) {
  // A taxed line has no reason (BR-S-10, BR-Z-10).
  if (!(code in REASON_WORDS)) return {};
  const words = taxes.map(({ reason }) => xmlText(reason ?? "")).find((reason) => reason !== "");
  return present({
    "cbc:TaxExemptionReasonCode": REASON_CODES[code], // BT-121
    "cbc:TaxExemptionReason": words ?? REASON_WORDS[code], // BT-120
  });
}

const sum = (taxes: readonly DocumentTax[], field: "netMinor" | "taxMinor"): number =>
  taxes.reduce((total, tax) => total + tax[field], 0);

/** Tax by category and rate, BG-23: the standard knows no jurisdictions, so equal rates of two are one. */
export function taxTotalOf(document: InvoiceDocument): Ubl["cac:TaxTotal"] {
  const currency = document.currency as Currency;
  const groups = Map.groupBy(document.taxes, ({ code, ratePpm }) => `${code} ${ratePpm}`);
  const breakdown = [...groups.values()].flatMap((group): Breakdown[] => {
    const [first] = group;
    if (!first) return [];
    return [
      {
        "cbc:TaxableAmount": amountText(sum(group, "netMinor"), currency), // BT-116
        "cbc:TaxableAmount@currencyID": currency,
        "cbc:TaxAmount": amountText(sum(group, "taxMinor"), currency), // BT-117
        "cbc:TaxAmount@currencyID": currency,
        "cac:TaxCategory": { ...categoryOf(first), ...reasonOf(group, first.code) }, // BT-118, BT-119
      },
    ];
  });
  return [
    {
      "cbc:TaxAmount": amountText(document.taxMinor, currency), // BT-110
      "cbc:TaxAmount@currencyID": currency,
      "cac:TaxSubtotal": breakdown,
    },
  ];
}
