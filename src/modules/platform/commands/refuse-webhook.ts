import { refuse } from "#kernel/errors.ts";
import type { Services } from "#kernel/services.ts";
import { isPublicAddress, literalAddress } from "#kernel/webhooks/public-address.ts";
import { checkWebhook } from "#modules/platform/rules/check-webhook.ts";

function isPrivate(url: URL): boolean {
  const literal = literalAddress(url);
  if (literal) return !isPublicAddress(literal);
  return url.hostname === "localhost" || url.hostname.endsWith(".localhost");
}

/** Throws what `checkWebhook` finds, as an error of the field. */
export function refuseFaultyWebhook(
  house: Pick<Services, "config" | "runtime">,
  webhook: { url?: string; events?: readonly string[] },
): void {
  const fault = checkWebhook(webhook, {
    allowPrivate: house.config.CAIRN_WEBHOOKS_ALLOW_PRIVATE,
    isKnownEvent: (name) => house.runtime().registry.events.has(name),
    isPrivate,
  });
  if (fault)
    throw refuse("invalid", fault.code, fault.message, {
      issues: [{ path: fault.field, message: fault.message }],
    });
}
