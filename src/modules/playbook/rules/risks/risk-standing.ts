import { type RiskBand, type RiskRating, riskBand, riskScore } from "./score-risk.ts";

/** A risk's rating with score and band, as commands answer. */
export function riskStanding<S extends string>(risk: { id: string; status: S } & RiskRating) {
  const { id, probability, impact, status } = risk;
  const score = riskScore(risk);
  const band: RiskBand | null = score === null ? null : riskBand(score);
  return { riskId: id, probability, impact, score, band, status };
}
