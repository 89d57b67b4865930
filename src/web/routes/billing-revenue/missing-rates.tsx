import { nameList } from "#web/format/plural.ts";
import { Notice } from "#web/ui/notice.tsx";
import { TextLink } from "#web/ui/text-link.tsx";

/** Says what is left out because nobody recorded what a currency is worth. */
export function MissingRates({ currencies, to }: { currencies: readonly string[]; to: string }) {
  if (currencies.length === 0) return null;
  return (
    <div className="mb-5">
      <Notice tone="caution" title={`Revenue in ${nameList(currencies)} is left out of sums`}>
        No exchange rate to {to} holds for the day those customers came.{" "}
        <TextLink to="/console/billing/revenue/exchange-rates">Record one</TextLink>
      </Notice>
    </div>
  );
}
