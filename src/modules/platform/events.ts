import { z } from "zod";
import { defineEvent } from "#kernel/events/event.ts";

/** The house switched an endpoint off because its receiver failed for days. */
export const WebhookDisabled = defineEvent({
  name: "platform.webhook_disabled",
  version: 1,
  title: "Webhook switched off after failing for days",
  payload: z.object({ endpointId: z.uuid(), reason: z.string() }),
});

/** A group of settings was changed; who needs its values reads them. */
export const SettingsChanged = defineEvent({
  name: "platform.settings_changed",
  version: 1,
  title: "Settings changed",
  payload: z.object({ key: z.string() }),
});

/** A person decided on what an agent proposed. `failed`: approved, but the operation refused. */
export const ProposalDecided = defineEvent({
  name: "platform.proposal_decided",
  version: 1,
  title: "Proposal decided",
  payload: z.object({
    proposalId: z.uuid(),
    operation: z.string(),
    proposedBy: z.uuid(),
    status: z.enum(["approved", "rejected", "failed"]),
  }),
});
