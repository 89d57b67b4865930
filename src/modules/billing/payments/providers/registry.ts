import type { Config } from "#kernel/config.ts";
import type { Db } from "#kernel/db/database.ts";
import { refuse } from "#kernel/errors.ts";
import { bankTransfer } from "#modules/billing/payments/providers/bank-transfer.ts";
import type { PaymentProvider } from "#modules/billing/payments/providers/provider.ts";
import { openSandbox, SANDBOX } from "#modules/billing/payments/providers/sandbox/sandbox.ts";
import { STRIPE } from "#modules/billing/payments/providers/stripe/description.ts";

/** What a provider is known by before it is opened. */
export type ProviderDescription = Pick<PaymentProvider, "key" | "title" | "hint" | "capabilities">;

/** What opening a provider takes. */
export interface ProviderHouse {
  config: Config;
  /** A plain handle: providers are called with no transaction held. */
  db: Db;
  now: Temporal.Instant;
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Nothing leaves a sandbox: Stripe is on there only where it is a double on this machine. */
function hasStripe(config: Config): boolean {
  if (!config.CAIRN_STRIPE_SECRET_KEY || !config.CAIRN_STRIPE_WEBHOOK_SECRET) return false;
  return !config.CAIRN_SANDBOX || LOOPBACK.has(new URL(config.CAIRN_STRIPE_API_BASE).hostname);
}

/** The ways to pay of this installation, the one that is always there last. */
export function offeredProviders(config: Config): ProviderDescription[] {
  const found: ProviderDescription[] = [];
  if (hasStripe(config)) found.push(STRIPE);
  if (config.CAIRN_SANDBOX) found.push(SANDBOX);
  return [...found, bankTransfer];
}

/** What is known of a provider that is on. Errors: `billing.provider_unknown`. */
export function demandProvider(config: Config, key: string): ProviderDescription {
  const description = offeredProviders(config).find((provider) => provider.key === key);
  if (description) return description;
  throw refuse("conflict", "billing.provider_unknown", "This way to pay is not set up here. Choose another.");
}

/** Opens a provider to call it. Errors: `billing.provider_unknown`. */
export async function openProvider(house: ProviderHouse, key: string): Promise<PaymentProvider> {
  demandProvider(house.config, key);
  if (key === SANDBOX.key) return openSandbox(house);
  if (key !== STRIPE.key) return bankTransfer;
  // Its library is large; a house without Stripe does not carry it.
  const { openStripe } = await import("#modules/billing/payments/providers/stripe/stripe.ts");
  return openStripe(house.config, house.now);
}
