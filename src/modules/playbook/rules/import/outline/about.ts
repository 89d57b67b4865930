import { splitLabel } from "../labels.ts";

const ATTRIBUTES = new Set<string>(
  "probability impact owner due time mitigations trigger proof readFrom baseline goal aside".split(" "),
);

/** Whether an entry says something about the thing it stands under: "Probability: high", "Owner: Ana". */
export function saysAbout(text: string): boolean {
  return ATTRIBUTES.has(splitLabel(text)?.role ?? "");
}
