/** Fewer answers say too little to be called a score. */
export const LEAST_ANSWERS = 5;

/**
 * Net Promoter Score of answers from 0 to 10 (Reichheld, 2003): the share of nines and tens less the share of sixes and
 * below, −100 to 100. Null below five answers.
 */
export function netPromoters(scores: readonly number[]): number | null {
  if (scores.length < LEAST_ANSWERS) return null;
  const promoters = scores.filter((score) => score >= 9).length;
  const detractors = scores.filter((score) => score <= 6).length;
  return Math.round(((promoters - detractors) / scores.length) * 100);
}
