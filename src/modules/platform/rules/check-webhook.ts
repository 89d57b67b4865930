/** What is wrong with a webhook as asked for; `field` says where. */
export interface WebhookFault {
  code: "platform.webhook_address_not_allowed" | "platform.webhook_event_unknown";
  field: "url" | "events";
  message: string;
}

/** What the house allows. */
export interface WebhookTerms {
  allowPrivate: boolean;
  isKnownEvent: (name: string) => boolean;
  /** Is the host of the URL an address inside some network? Names are looked up when something is sent. */
  isPrivate: (url: URL) => boolean;
}

const address = (message: string): WebhookFault => ({
  code: "platform.webhook_address_not_allowed",
  field: "url",
  message,
});

/** Finds the first fault of an address or of the events listened to; undefined when there is none. */
export function checkWebhook(
  webhook: { url?: string; events?: readonly string[] },
  { allowPrivate, isKnownEvent, isPrivate }: WebhookTerms,
): WebhookFault | undefined {
  if (webhook.url !== undefined) {
    const url = new URL(webhook.url);
    if (url.protocol !== "https:" && !(allowPrivate && url.protocol === "http:"))
      return address("The address must begin with https://.");
    if (url.username || url.password)
      return address("The address must not hold a user or password. Receivers check the signature.");
    if (!allowPrivate && isPrivate(url)) return address("The address must be on the public internet.");
  }
  const unknown = webhook.events?.find((name) => name !== "*" && !isKnownEvent(name));
  if (unknown === undefined) return undefined;
  const message = `There is no event ${unknown}.`;
  return { code: "platform.webhook_event_unknown", field: "events", message };
}
