import type { z } from "zod";
import type { MailStatus } from "#modules/platform/contract.ts";
import type { Tone } from "#web/ui/tone.ts";

/** Words and colours of a mail's states. */
export const mailStates: Record<z.output<typeof MailStatus>, { word: string; tone: Tone }> = {
  queued: { word: "Waiting", tone: "accent" },
  sending: { word: "On its way", tone: "accent" },
  sent: { word: "Sent", tone: "positive" },
  held: { word: "Held", tone: "neutral" },
  failed: { word: "Failed", tone: "critical" },
  unknown: { word: "Perhaps sent", tone: "caution" },
};
