import type { z } from "zod";
import type { Risk as RiskShape } from "#modules/playbook/contract/risks.ts";
import { Badge } from "#web/ui/badge.tsx";
import { State } from "#web/ui/state.tsx";
import type { Tone } from "#web/ui/tone.ts";

export type Risk = z.output<typeof RiskShape>;

/** Ratings in words, 1 to 5. */
export const RATINGS = ["Very low", "Low", "Medium", "High", "Very high"] as const;

/** Ratings as options of a field. */
export const ratingOptions = RATINGS.map((word, index) => ({
  value: String(index + 1),
  label: `${index + 1} · ${word}`,
}));

export const BANDS = {
  low: { word: "Low", tone: "positive" },
  moderate: { word: "Moderate", tone: "neutral" },
  high: { word: "High", tone: "caution" },
  critical: { word: "Critical", tone: "critical" },
} as const satisfies Record<string, { word: string; tone: Tone }>;

export const STATUSES = { open: "Open", happened: "Happened", closed: "Closed" } as const;

/** How a risk is met, for the list and the form. */
export const RESPONSES = {
  avoid: "Avoid it",
  reduce: "Reduce it",
  transfer: "Transfer it",
  accept: "Accept it",
} as const;

/** Score and band together, or that nobody has rated it. */
export function Rating({ risk }: { risk: Pick<Risk, "score" | "band"> }) {
  if (risk.score === null || risk.band === null) return <span className="text-muted">Not rated</span>;
  const { word, tone } = BANDS[risk.band];
  return (
    <span className="inline-flex items-center gap-2">
      <span className="min-w-5 text-end font-semibold tabular-nums">{risk.score}</span>
      <Badge tone={tone}>{word}</Badge>
    </span>
  );
}

/** Whether it is still ahead; a broken trigger comes first, since it asks for somebody now. */
export function Standing({ risk }: { risk: Pick<Risk, "status" | "triggeredAt"> }) {
  if (risk.status === "happened") return <State kind="failed">Happened</State>;
  if (risk.status === "closed") return <State kind="closed" />;
  return risk.triggeredAt ? <State kind="at_risk">Triggered</State> : <State kind="open" />;
}

/** Its owner's name, or that nobody has it. */
export function OwnerName({ owner }: { owner: Risk["owner"] }) {
  return owner ? <span dir="auto">{owner.name}</span> : <span className="text-caution">Nobody</span>;
}
