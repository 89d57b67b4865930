import { randomBytes } from "node:crypto";
import { Webhook } from "standardwebhooks";

/** A new signing secret in the form receivers' libraries expect: `whsec_` and 32 random bytes in base64. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString("base64")}`;

/** The message and the secrets that are valid now, newest first. */
export interface SignedMessage {
  id: string;
  at: Temporal.Instant;
  body: string;
  secrets: readonly string[];
}

/** Headers of Standard Webhooks: HMAC-SHA256 over id, timestamp (seconds) and body, one signature per valid secret. */
export function webhookHeaders({ id, at, body, secrets }: SignedMessage): Record<string, string> {
  const date = new Date(at.epochMilliseconds);
  return {
    "content-type": "application/json",
    "user-agent": "Cairn-Webhooks/1",
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.epochMilliseconds / 1000)),
    "webhook-signature": secrets.map((secret) => new Webhook(secret).sign(id, date, body)).join(" "),
  };
}
