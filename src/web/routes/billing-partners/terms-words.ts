import type { Partner } from "#modules/billing/contract/partners.ts";
import { useFormat } from "#web/format/use-format.ts";
import { countOf } from "#web/format/plural.ts";

type Terms = Pick<Partner, "ratePpm" | "fixedMinor" | "currency" | "earningMonths">;

const PPM_OF_PERCENT = 10_000;

/** How the terms of a partner read: "30 % of each payment, for 12 months". */
export function useTermsWords(): (terms: Terms) => string {
  const { number, money } = useFormat();
  return ({ ratePpm, fixedMinor, currency, earningMonths }) => {
    if (ratePpm === null)
      return currency === null
        ? ""
        : `${money(BigInt(fixedMinor ?? 0), currency)} for the first paid invoice`;
    const rate = `${number(ratePpm / PPM_OF_PERCENT, "percent")} of each payment`;
    return earningMonths === null ? rate : `${rate}, for ${countOf(earningMonths, "month")}`;
  };
}
