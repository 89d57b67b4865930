import { riskBand } from "../risks/score-risk.ts";
import type { ReviewFacts, ReviewItem, ReviewRisk } from "./types.ts";

/** Risks that moved, then those that nobody owns or has rated. */
export function riskItems({ risks }: ReviewFacts): ReviewItem[] {
  const moved = risks.filter(({ kind }) => kind !== "unchanged").map(describeMovement);
  const still: ReviewItem = {
    text: "No risk moved this week.",
    about: { kind: "plan", id: null },
    tone: "neutral",
  };
  const open = risks.filter(({ kind }) => kind !== "closed");
  const unowned = open.filter(({ owner }) => owner === null);
  const unrated = open.filter(({ to }) => to === null);
  return [
    ...(moved.length === 0 ? [still] : moved),
    ...lacking(unowned, ["has no owner", "have no owner"]),
    ...lacking(unrated, ["is not rated", "are not rated"]),
  ];
}

function describeMovement(risk: ReviewRisk): ReviewItem {
  const because = risk.because ? `: ${risk.because}` : "";
  const bad = risk.kind === "raised" || risk.kind === "new";
  return {
    text: `“${risk.title}” ${verbOf(risk)}${because}.`,
    about: { kind: "risk", id: risk.id },
    tone: risk.kind === "rated" ? "neutral" : bad ? "bad" : "good",
  };
}

function verbOf({ kind, from, to }: ReviewRisk): string {
  const now = to === null ? "not rated yet" : `${to} of 25, ${riskBand(to)}`;
  if (kind === "new") return `is new, ${now}`;
  if (kind === "closed") return "is closed";
  if (kind === "rated") return `is rated ${now}`;
  return kind === "raised" ? `rose from ${from} to ${now}` : `fell from ${from ?? "unknown"} to ${now}`;
}

function lacking(risks: readonly ReviewRisk[], [one, many]: readonly [string, string]): ReviewItem[] {
  const named = risks.slice(0, 3).map(({ title }) => `“${title}”`);
  const first = risks[0];
  if (first === undefined) return [];
  const more = risks.length > 3 ? [`${risks.length - 3} more`] : [];
  const text =
    risks.length === 1
      ? `${named[0]} ${one}.`
      : `${risks.length} risks ${many}: ${[...named, ...more].join(", ")}.`;
  return [{ text, about: { kind: "risk", id: risks.length === 1 ? first.id : null }, tone: "bad" }];
}
