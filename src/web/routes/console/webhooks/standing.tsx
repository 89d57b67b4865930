import type { z } from "zod";
import type { DeliveryStatus, WebhookEndpoint } from "#modules/platform/contract.ts";
import { Badge } from "#web/ui/badge.tsx";
import type { Tone } from "#web/ui/tone.ts";

/** How a webhook does, in one word. */
export function WebhookStanding({ webhook }: { webhook: z.output<typeof WebhookEndpoint> }) {
  if (!webhook.enabled) return <Badge tone={webhook.disabledReason ? "critical" : "neutral"}>Off</Badge>;
  if (webhook.failingSince) return <Badge tone="caution">Failing</Badge>;
  return <Badge tone="positive">On</Badge>;
}

type Status = z.output<typeof DeliveryStatus>;

/** Words and colours of a delivery's states. */
export const deliveryStates: Record<Status, { word: string; tone: Tone }> = {
  pending: { word: "Waiting", tone: "accent" },
  delivered: { word: "Delivered", tone: "positive" },
  failed: { word: "Failed", tone: "critical" },
  held: { word: "Held in sandbox", tone: "neutral" },
  cancelled: { word: "Webhook was off", tone: "neutral" },
};
