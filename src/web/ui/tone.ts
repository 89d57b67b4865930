/** What a colour says; never the only thing that says it. */
export type Tone = "neutral" | "accent" | "positive" | "caution" | "critical";

/** Text colour of each tone. */
export const toneText: Record<Tone, string> = {
  neutral: "text-muted",
  accent: "text-accent",
  positive: "text-positive",
  caution: "text-caution",
  critical: "text-critical",
};

/** Tinted ground with text of the same tone. */
export const toneSoft: Record<Tone, string> = {
  neutral: "bg-hover text-text",
  accent: "bg-accent-soft text-accent",
  positive: "bg-positive-soft text-positive",
  caution: "bg-caution-soft text-caution",
  critical: "bg-critical-soft text-critical",
};

/** Stroke and fill of each tone in a chart. */
export const toneStroke: Record<Tone, string> = {
  neutral: "stroke-muted",
  accent: "stroke-accent",
  positive: "stroke-positive",
  caution: "stroke-caution",
  critical: "stroke-critical",
};

/** Fill of each tone in a chart. */
export const toneFill: Record<Tone, string> = {
  neutral: "fill-muted",
  accent: "fill-accent",
  positive: "fill-positive",
  caution: "fill-caution",
  critical: "fill-critical",
};
