import { type RiskRating, riskScore } from "./score-risk.ts";

/** A risk at one moment. */
export type RiskSnapshot = { id: string; title: string } & RiskRating;

/** How a score moved between two moments; `from` and `to` are scores, null where unrated, new or closed. */
export type RiskMovement = {
  id: string;
  title: string;
  kind: "new" | "closed" | "rated" | "raised" | "lowered" | "unchanged";
  from: number | null;
  to: number | null;
};

/** Compares the risks of last week with those of now: those of now in their order, then the closed ones. */
export function riskMovements(before: readonly RiskSnapshot[], now: readonly RiskSnapshot[]): RiskMovement[] {
  const earlier = new Map(before.map((risk) => [risk.id, risk]));
  const present = new Set(now.map(({ id }) => id));
  const moved = now.map((risk): RiskMovement => {
    const past = earlier.get(risk.id);
    const to = riskScore(risk);
    if (!past) return { id: risk.id, title: risk.title, kind: "new", from: null, to };
    const from = riskScore(past);
    return { id: risk.id, title: risk.title, kind: kindOf(from, to), from, to };
  });
  const closed = before
    .filter(({ id }) => !present.has(id))
    .map(
      (risk): RiskMovement => ({
        id: risk.id,
        title: risk.title,
        kind: "closed",
        from: riskScore(risk),
        to: null,
      }),
    );
  return [...moved, ...closed];
}

function kindOf(from: number | null, to: number | null): RiskMovement["kind"] {
  if (from === to) return "unchanged";
  if (from === null) return "rated";
  return to !== null && to > from ? "raised" : "lowered";
}
