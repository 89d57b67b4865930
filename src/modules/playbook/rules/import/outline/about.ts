import { splitLabel } from "../labels.ts";

const ATTRIBUTES = new Set<string>(
  "probability impact owner due time mitigations trigger proof readFrom baseline goal aside".split(" "),
);

/** Whether an entry says something about the thing it stands under: "Probability: high", "Owner: Ana". */
export function saysAbout(text: string): boolean {
  return ATTRIBUTES.has(splitLabel(text)?.role ?? "");
}

const RATES = new Set<string>(["probability", "impact", "trigger"]);

/** Whether entries describe one risk: all say something about it, and one says how likely or how bad it is. */
export function describesRisk(texts: readonly string[]): boolean {
  return (
    texts.every((text) => saysAbout(text)) && texts.some((text) => RATES.has(splitLabel(text)?.role ?? ""))
  );
}
