import type { Config } from "#kernel/config.ts";
import { refuse } from "#kernel/errors.ts";
import { bankTransfer } from "#modules/billing/payments/providers/bank-transfer.ts";
import type { PaymentProvider } from "#modules/billing/payments/providers/provider.ts";

/** The ways to pay this installation is configured for, the default first. */
export const offeredProviders = (_config: Config): readonly PaymentProvider[] => [bankTransfer];

/** The provider of a key. Errors: `billing.provider_unknown` unless it is configured. */
export function demandProvider(config: Config, key: string): PaymentProvider {
  const provider = offeredProviders(config).find((offered) => offered.key === key);
  if (!provider)
    throw refuse(
      "invalid",
      "billing.provider_unknown",
      "This way to pay is not offered here. Choose another.",
    );
  return provider;
}
