import { moneyInField } from "#web/forms/typed-money.ts";
import { useFormat } from "#web/format/use-format.ts";
import { NumberInput } from "#web/ui/number-input.tsx";
import type { TextInputProps } from "#web/ui/text-input.tsx";

/** An amount with its currency beside it. The form sends what was typed; `typedMinor` makes minor units of it. */
export function MoneyInput({
  currency,
  defaultMinor,
  ...rest
}: TextInputProps & { currency: string; defaultMinor?: number }) {
  const { locale } = useFormat();
  const typed = defaultMinor === undefined ? undefined : moneyInField(defaultMinor, currency, locale);
  return <NumberInput {...rest} unit={currency} defaultValue={typed} />;
}
