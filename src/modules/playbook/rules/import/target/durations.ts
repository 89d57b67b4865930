import type { Candidate } from "./candidate.ts";
import { MEASURE_UNITS } from "./lexicon.ts";

const RUNWAY = /\b(?:runway|payback|liquidez|autonom[ií]a)\b/iu;
const LASTS =
  /\b(?:times?|runway|payback|latency|tenure|cycle|lead|downtime|uptime|age|tiempos?|plazo medio|ciclo|recuperaci[oó]n|liquidez|latencia)\b/iu;
const ANSWERS = /\b(?:repl\w*|respon\w*|answer\w*|resol\w*|contest\w*|respuest\w*|fixed|paid|refund\w*)\b/iu;

function lastWord({ after }: Candidate): string {
  return after.unit?.toLowerCase().split(" ").at(-1) ?? "";
}

/** "Response time: 24h", "18 months of runway": a length that is itself what is measured. */
export function isDuration(candidate: Candidate): boolean {
  if (!MEASURE_UNITS.has(lastWord(candidate))) return false;
  const { before, text, end } = candidate;
  const about = before + text.slice(end);
  return LASTS.test(about) && (/:\s{0,2}$/.test(before) || RUNWAY.test(about));
}

/** "within 3 months", "over 6 weeks", "24 hours": when, not how much. */
export function isTimeFrame(candidate: Candidate): boolean {
  const { compared, second, first, before } = candidate;
  const unit = lastWord(candidate);
  if (!MEASURE_UNITS.has(unit)) return false;
  const long = /^(?:day|week|month|year|d[ií]a|semana|mes|año)/.test(unit);
  if (!long) return !compared && !second && !first.plus;
  if (!compared) return true;
  if (/^(?:<|≤|<=|less than|under|below|at most|no more than|menos de|como m|no m)/iu.test(compared.words))
    return false;
  if (/^within/iu.test(compared.words)) return !ANSWERS.test(before);
  return !/^[>≥⩾=]/.test(compared.words);
}
