import type { NodeKind, PlanNode } from "../types.ts";

/** Words of a line without the clause at its end that says what proves it or what it is read from. */
export type Clauses = Pick<PlanNode, "proof" | "readFrom"> & { text: string };

// A clause begins a new thought: behind a full stop, a dash or a bracket. "Social proof: …" is no clause.
const BEGINS = String.raw`^(.*?\S)(?:[.;]\s+|(?<=[!?…)])\s+|\s+[–—-]\s+|\s+(?=\())`;
const CLAUSE_END = String.raw`\s*:\s*(\S.*?)(?:\)\s*)?$`;
const PROOF = new RegExp(
  `${BEGINS}\\(?(?:proof|proven by|evidence|prueba|evidencia|comprobante)${CLAUSE_END}`,
  "iu",
);
const READ_FROM = new RegExp(
  `${BEGINS}\\(?(?:read from|measured (?:by|in|with)|metric|medid[oa] (?:por|con|en)|le[ií]d[oa] de|m[eé]trica)${CLAUSE_END}`,
  "iu",
);

/** Takes "Proof: …" from a deliverable and "Read from: …" from a criterion or KPI; other lines stay whole. */
export function splitClauses(kind: NodeKind, text: string): Clauses {
  if (kind === "deliverable") {
    const match = PROOF.exec(text);
    return match ? { text: match[1] ?? "", proof: clauseOf(match) } : { text };
  }
  if (kind !== "criterion" && kind !== "kpi") return { text };
  const match = READ_FROM.exec(text);
  return match ? { text: match[1] ?? "", readFrom: clauseOf(match) } : { text };
}

// The bracket that closes the clause is not part of it, one that it opens itself is.
function clauseOf(match: RegExpExecArray): string {
  const words = match[2] ?? "";
  const closed = match[0].trimEnd().endsWith(")");
  const bracketed = match[0]
    .slice((match[1] ?? "").length)
    .trimStart()
    .startsWith("(");
  return closed && !bracketed ? `${words})` : words;
}
