import type { Quantity } from "../types.ts";
import { folded } from "../words.ts";

// Currencies that people write with "$".
const DOLLARS = new Set("USD CAD AUD NZD SGD HKD MXN ARS CLP COP UYU".split(" "));
const ALWAYS_MONEY =
  /\b(?:revenues?|mrr|arr|turnover|gross profit|profit|costs?|budget|prices?|spend(?:ing)?|salar(?:y|ies)|cash|cac|ltv|arpu|aov|ingresos|facturacion|beneficios?|costes?|costos?|presupuesto|precios?|gastos?|salarios?|caja)\b/;
// "Sales: 40" may be forty orders; "Sales: 40K" is money.
const MONEY_IF_LARGE = /\b(?:sales|funding|investment|ventas|inversion|financiacion)\b/;
const LEAST_LARGE = 1_000;

/**
 * The quantity in the plan's own currency where its sign leaves that open: "$" in a plan in Mexican pesos, or no
 * sign at all behind a label that names money ("Revenue: 30K monthly").
 */
export function withCurrency(
  quantity: Quantity,
  { text, currency }: { text: string; currency: string | null },
): Quantity {
  if (currency === null) return quantity;
  if (quantity.currency !== null) {
    const bare = quantity.currency === "USD" && /(?<![A-Za-z])\$/.test(quantity.raw);
    return bare && DOLLARS.has(currency) ? { ...quantity, currency } : quantity;
  }
  if (quantity.unit !== null || quantity.op === "delta") return quantity;
  const label = folded(text.slice(0, text.indexOf(quantity.raw)));
  const large = (quantity.max ?? quantity.min ?? 0) >= LEAST_LARGE;
  const isMoney = ALWAYS_MONEY.test(label) || (large && MONEY_IF_LARGE.test(label));
  return isMoney ? { ...quantity, currency } : quantity;
}
