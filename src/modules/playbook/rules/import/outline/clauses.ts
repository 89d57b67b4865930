import type { NodeKind, PlanNode } from "../types.ts";

/** Words of a line without the clause at its end that says what proves it or what it is read from. */
export type Clauses = Pick<PlanNode, "proof" | "readFrom"> & { text: string };

// A clause begins a new thought: behind a full stop or a dash, or in brackets. "Social proof: …" is no clause.
const BEHIND = String.raw`^(.*?\S)(?:[.;]\s+|(?<=[!?…])\s+|\s+[–—-]\s+)`;
const BRACKETED = String.raw`^(.*\S)\s+\(`;

function clause(words: string): RegExp[] {
  return [
    new RegExp(`${BRACKETED}(?:${words})\\s*:\\s*([^()]*\\S)\\s*\\)$`, "iu"),
    new RegExp(`${BEHIND}(?:${words})\\s*:\\s*(\\S.*)$`, "iu"),
  ];
}

const PROOF = clause("proof|proven by|evidence|prueba|evidencia|comprobante");
const READ_FROM = clause(
  "read from|measured (?:by|in|with)|metric|medid[oa] (?:por|con|en)|le[ií]d[oa] de|m[eé]trica",
);

/** Takes "Proof: …" from a deliverable and "Read from: …" from a criterion or KPI; other lines stay whole. */
export function splitClauses(kind: NodeKind, text: string): Clauses {
  if (kind === "deliverable") {
    const found = clauseIn(text, PROOF);
    return found ? { text: found.text, proof: found.clause } : { text };
  }
  if (kind !== "criterion" && kind !== "kpi") return { text };
  const found = clauseIn(text, READ_FROM);
  return found ? { text: found.text, readFrom: found.clause } : { text };
}

function clauseIn(text: string, patterns: readonly RegExp[]): { text: string; clause: string } | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match) return { text: match[1] ?? "", clause: match[2] ?? "" };
  }
  return null;
}
