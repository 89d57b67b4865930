import { type RiskBand, type RiskRating, riskBand, riskScore } from "./score-risk.ts";

/** One field of the heat map and the risks in it. */
export type MatrixCell = {
  probability: number;
  impact: number;
  score: number;
  band: RiskBand;
  riskIds: string[];
};

/** The heat map: rows from probability 5 down to 1, cells from impact 1 up to 5; `unrated` stand beside it. */
export type RiskMatrix = { rows: MatrixCell[][]; unrated: string[] };

const SCALE = [1, 2, 3, 4, 5] as const;

/** Places risks in the 5×5 matrix. */
export function riskMatrix(risks: readonly ({ id: string } & RiskRating)[]): RiskMatrix {
  const rows = SCALE.toReversed().map((probability) =>
    SCALE.map((impact) => ({
      probability,
      impact,
      score: probability * impact,
      band: riskBand(probability * impact),
      riskIds: risks
        .filter((risk) => risk.probability === probability && risk.impact === impact)
        .map(({ id }) => id),
    })),
  );
  return { rows, unrated: risks.filter((risk) => riskScore(risk) === null).map(({ id }) => id) };
}
