/** A risk's own words without "Risk 3:" in front: it is about the rival, not about the number. */
export function withoutName(text: string): string {
  return text.replace(/^(?:risk|riesgo)\s?#?\d{0,3}\s?[:–—-]\s+(?=\S)/iu, "");
}

const RESPONSE =
  /[\s(;,.–—→|-]{1,4}\b(?:mitigations?|mitigaci[oó]n|response|respuesta|contingency|contingencia)\s?:\s?(\S.*)$/iu;

/** "A rival appears. Response: move faster" as the risk and its response; null where no label says so. */
export function splitResponse(text: string): { risk: string; response: string } | null {
  const match = RESPONSE.exec(text);
  if (!match || match.index === 0) return null;
  const response = (match[1] ?? "").replace(/\)$/, (end) => (match[0].includes("(") ? "" : end)).trim();
  return { risk: text.slice(0, match.index).trim(), response };
}

export interface RatedRisk {
  text: string;
  probability?: string | undefined;
  impact?: string | undefined;
}

const BRACKET =
  /\s*[([]((?=[^()[\]]*(?:probability|likelihood|impact|severity|probabilidad|impacto))[^()[\]]{3,80})[)\]]/iu;
const PROBABILITY = /(?:probability|likelihood|probabilidad)\s*[:=]?\s*([\p{L}\d/ ]+)/iu;
const IMPACT = /(?:impact|severity|impacto|gravedad)\s*[:=]?\s*([\p{L}\d/ ]+)/iu;

/** Takes "(probability: medium, impact: high)" out of a risk's words. */
export function splitRatings(text: string): RatedRisk {
  const match = BRACKET.exec(text);
  const inside = match?.[1] ?? "";
  const probability = PROBABILITY.exec(inside)?.[1]?.trim();
  const impact = IMPACT.exec(inside)?.[1]?.trim();
  if (!match || (probability === undefined && impact === undefined)) return { text };
  const bare = `${text.slice(0, match.index)}${text.slice(match.index + match[0].length)}`.trim();
  return bare === "" ? { text } : { text: bare, probability, impact };
}
