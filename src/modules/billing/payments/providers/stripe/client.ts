import type { Stripe } from "stripe";
import type { Config } from "#kernel/config.ts";
import { stripeSdk } from "#modules/billing/payments/providers/stripe/sdk.ts";

/** How long one request may take, in milliseconds, and how often the library repeats it under the same key. */
const TIMEOUT_MS = 20_000;
const REPEATS = 1;

export interface StripeAccount {
  client: Stripe;
  webhookSecret: string;
}

/** Stripe's own library, at the address and with the keys of the settings. */
export function openStripeAccount(config: Config): StripeAccount {
  const base = new URL(config.CAIRN_STRIPE_API_BASE);
  const isPlain = base.protocol === "http:";
  const client = new (stripeSdk())(config.CAIRN_STRIPE_SECRET_KEY ?? "", {
    host: base.hostname,
    port: base.port || (isPlain ? 80 : 443),
    protocol: isPlain ? "http" : "https",
    timeout: TIMEOUT_MS,
    maxNetworkRetries: REPEATS,
    telemetry: false,
  });
  return { client, webhookSecret: config.CAIRN_STRIPE_WEBHOOK_SECRET ?? "" };
}
