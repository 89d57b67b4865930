import type { NodeKind } from "../types.ts";

const MENTION = /(?:^|[\s(])@(\p{L}[\p{L}\p{N}_-]{0,39}(?:\.[\p{L}\p{N}_-]{1,40})?)/u;
const NAMED =
  /[([]\s*(?:owner|owned by|responsible|lead|assignee|responsable|encargad[oa]|a cargo de)\s*:\s*([^()[\];,]{1,60}?)\s*[)\];,]/iu;
const OWNED = new Set<NodeKind>(["deliverable", "activity", "criterion", "kpi", "milestone", "risk"]);

/** Who a line says is responsible: "Call the buyers @ana", "Price list (owner: Ana)". The words stay in the line. */
export function ownerIn(text: string, kind: NodeKind): string | undefined {
  if (!OWNED.has(kind)) return undefined;
  return MENTION.exec(text)?.[1] ?? NAMED.exec(text)?.[1];
}
