import type { z } from "zod";
import type { RevenueFigure } from "#modules/billing/contract/revenue.ts";
import { currencyDigits } from "#web/format/money.ts";
import { useFormat } from "#web/format/use-format.ts";

/** Writes a figure with its unit; money comes in major units of the currency. */
export function useFigure(currency: string) {
  const { number, roundMoney } = useFormat();
  return ({ value, unit }: Pick<z.output<typeof RevenueFigure>, "value" | "unit">): string => {
    if (value === null) return "Not known";
    if (unit === "money")
      return roundMoney(BigInt(Math.round(value * 10 ** currencyDigits(currency))), currency);
    return number(value, unit === "ratio" ? "multiple" : unit);
  };
}
