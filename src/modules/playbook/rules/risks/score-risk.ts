/** Probability and impact, 1 (very low) to 5 (very high); null while nobody has rated them. */
export type RiskRating = { probability: number | null; impact: number | null };

export type RiskBand = "low" | "moderate" | "high" | "critical";

/** Probability × impact, 1 to 25; null while one of them is not rated. Throws RangeError outside 1 to 5. */
export function riskScore({ probability, impact }: RiskRating): number | null {
  checkRating(probability);
  checkRating(impact);
  return probability === null || impact === null ? null : probability * impact;
}

/** Low to 4, moderate to 9, high to 16, critical above: the bands of the usual 5×5 matrix. */
export function riskBand(score: number): RiskBand {
  if (score <= 4) return "low";
  if (score <= 9) return "moderate";
  return score <= 16 ? "high" : "critical";
}

function checkRating(rating: number | null): void {
  if (rating !== null && (!Number.isInteger(rating) || rating < 1 || rating > 5))
    throw new RangeError(`A rating is 1 to 5, not ${rating}.`);
}
