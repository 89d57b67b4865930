import type { z } from "zod";
import type { ProposalStatus } from "#modules/platform/contract.ts";
import type { Tone } from "#web/ui/tone.ts";

/** Words and colours of a proposal's states. */
export const proposalStates: Record<z.output<typeof ProposalStatus>, { word: string; tone: Tone }> = {
  open: { word: "Waits for you", tone: "accent" },
  approved: { word: "Done", tone: "positive" },
  rejected: { word: "Rejected", tone: "neutral" },
  failed: { word: "Not possible", tone: "critical" },
};
