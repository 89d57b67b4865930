import type { Candidate } from "./candidate.ts";
import { isDuration, isTimeFrame } from "./durations.ts";
import { NAMES_A_DATE, NAMES_A_THING, SCORES } from "./lexicon.ts";
import { isNumberWord } from "./numbers.ts";

// B2B, Web3, GPT-4, v1.2.3, 24/7, 5-step, 1st, 2027-03-15, 10:30.
/** Whether a number is part of a name, a version, a date or a fraction. */
export function isPartOfWord({ text, start, end, first, arrow }: Candidate): boolean {
  const previous = text[start - 1] ?? "";
  const behind = text.slice(end, end + 2);
  if (/[\p{L}\d_/.#@]/u.test(previous)) return true;
  if (first.sign === "" && arrow === "" && /[-–]/.test(previous) && /[\p{L}\d]/u.test(text[start - 2] ?? ""))
    return true;
  if (first.sign !== "" && /[\p{L}\d]/u.test(previous)) return true;
  if (/^[\d_]/.test(behind) || /^[/:.,-]\d/.test(behind)) return true;
  if (/^[-/]\p{L}/u.test(behind))
    return !/^\/ ?(?:mo|month|week|wk|day|year|yr|quarter|mes|semana|d[ií]a|año|trimestre)/iu.test(
      text.slice(end),
    );
  return (
    /^\p{L}/u.test(behind) && !/^(?:ms|s|sec|min|h|hrs?|kb|mb|gb|tb)(?![\p{L}\d])/iu.test(text.slice(end))
  );
}

/** Whether a number sets a level to reach, rather than naming, counting in passing or saying when. */
export function isTarget(candidate: Candidate): boolean {
  const { first, second, before, after, compared, arrow } = candidate;
  if (isNumberWord(first.number)) return isCountInWords(candidate);
  const naming = NAMES_A_THING.test(before);
  if (naming && !compared) return false;
  if (isDuration(candidate)) return true;
  if (isTimeFrame(candidate)) return false;
  const isRating = first.mark.startsWith("/");
  if (isRating) return /rating|score|csat|nps|stars?|satisf|valoraci|puntuaci|nota/i.test(candidate.text);
  if (isYears(candidate) || isWhole(candidate)) return false;
  const strong =
    compared || arrow || first.plus || second || first.currency || first.mark || first.scale || after.op;
  if (strong) return true;
  if (SCORES.test(before)) return true;
  if (/:\s{0,2}$/.test(before)) return !after.unit || after.countable;
  if (NAMES_A_DATE.test(before) && !after.countable) return false;
  if (/(?:^|\s)[A-Z]{2,}[\s-]$/.test(before)) return false;
  return after.countable;
}

// "Zero critical bugs", "at least two references"; "one page" and "the five of us" say nothing of the kind.
function isCountInWords({ first, after, compared, text, end }: Candidate): boolean {
  const zero = /^[zc]ero$/i.test(first.number);
  if (zero && compared === null)
    return (
      /^\s\p{L}/u.test(text.slice(end)) &&
      !/^\s(?:trust|waste|day|knowledge|sum|based)\b/i.test(text.slice(end))
    );
  return compared !== null && compared.words.toLowerCase() !== "from" && after.countable;
}

// "100% complete" says that something is finished, and "3 of 5 pilots" has no single number.
function isWhole({ first, text, end, before }: Candidate): boolean {
  if (/\d\s(?:of|out of|de)\s$/iu.test(before)) return true;
  const finished = /^\s(?:complet|done|finish|ready|terminad|finaliza|list[oa]s?\b)/iu.test(text.slice(end));
  return first.number === "100" && first.mark === "%" && finished;
}

function isYears({ first, second, after, compared }: Candidate): boolean {
  const year = /^(?:19|20)\d\d$/;
  if (!year.test(first.number) || first.currency || first.mark || first.scale || compared) return false;
  if (second) return year.test(second.number);
  return !after.countable && !first.plus;
}
