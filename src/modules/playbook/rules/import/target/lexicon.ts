import type { TargetOp, Window } from "../types.ts";

/** Words and signs that stand for a comparison; longest first, so "more than or equal" is not read short. */
export const COMPARATORS: [string, TargetOp][] = [
  [
    String.raw`≥|>=|=>|⩾|at least|no less than|not less than|no fewer than|minimum(?: of)?|min\.?|al menos|por lo menos|como m[ií]nimo|m[ií]nimo(?: de)?|no menos de|a minimum of|or more than|from`,
    ">=",
  ],
  [
    String.raw`≤|<=|=<|⩽|at most|no more than|not more than|up to|maximum(?: of)?|max\.?|within|como m[aá]ximo|m[aá]ximo(?: de)?|a lo sumo|no m[aá]s de|hasta|en menos de|a maximum of`,
    "<=",
  ],
  [
    String.raw`>|more than|over|above|greater than|exceed(?:s|ing)?|m[aá]s de|por encima de|superior al?|mayor(?:es)? (?:que|de|al?)`,
    ">",
  ],
  [
    String.raw`<|less than|fewer than|under|below|lower than|menos de|por debajo de|inferior al?|menor(?:es)? (?:que|de|al?)`,
    "<",
  ],
];

export const WINDOWS: [RegExp, Window][] = [
  [
    /^(?:(?:per|a|each|every|\/) ?month|monthly|\/ ?mo\b|\/ ?month|mrr|mensual(?:es)?|al mes|por mes|cada mes|\/ ?mes|p\.?m\.?)/i,
    "monthly",
  ],
  [
    /^(?:(?:per|a|each|every|\/) ?week|weekly|\/ ?wk|\/ ?week|semanal(?:es)?|(?:a la|por|cada|\/) ?semana)/i,
    "weekly",
  ],
  [/^(?:(?:per|a|each|every|\/) ?day|daily|\/ ?day|diari[oa]s?|(?:al|por|cada|\/) ?d[ií]a)/i, "daily"],
  [
    /^(?:(?:per|a|each|every|\/) ?quarter|quarterly|\/ ?quarter|trimestral(?:es)?|(?:al|por|cada|\/) ?trimestre)/i,
    "quarterly",
  ],
  [
    /^(?:(?:per|a|each|every|\/) ?year|yearly|annual(?:ly)?|per annum|p\.a\.|arr|\/ ?yr|\/ ?year|anual(?:es)?|(?:al|por|cada|\/) ?año)/i,
    "yearly",
  ],
];

/** Currency signs and codes to ISO 4217. A bare "$" is the US dollar, by the plan format's rule. */
export const CURRENCIES: [RegExp, string][] = [
  [/^(?:us\$|u\$s|usd|\$)$/i, "USD"],
  [/^(?:€|eur|euros?)$/i, "EUR"],
  [/^(?:£|gbp)$/i, "GBP"],
  [/^(?:¥|jpy)$/i, "JPY"],
  [/^(?:mx\$|mxn)$/i, "MXN"],
  [/^(?:ca\$|c\$|cad)$/i, "CAD"],
  [/^(?:a\$|au\$|aud)$/i, "AUD"],
  [/^(?:r\$|brl)$/i, "BRL"],
  [/^(?:₹|inr)$/i, "INR"],
  [/^(?:d[oó]lares|dollars?)$/i, "USD"],
  [/^(?:chf|cop|clp|ars|pen|sek|nok|dkk|pln|czk|cny|krw|sgd|nzd|zar|uyu)$/i, ""],
];

export const CURRENCY_SOURCE = String.raw`US\$|U\$S|MX\$|CA\$|AU\$|C\$|A\$|R\$|[$€£¥₹]|\b(?:USD|EUR|GBP|JPY|MXN|CAD|AUD|BRL|INR|CHF|COP|CLP|ARS|PEN|SEK|NOK|DKK|PLN|CZK|CNY|KRW|SGD|NZD|ZAR|UYU)\b`;
export const CURRENCY_AFTER = String.raw`${CURRENCY_SOURCE}|euros?\b|d[oó]lares\b|dollars?\b`;

/** The ISO code of a sign, a code or a word; null for none. */
export function currencyOf(sign: string | undefined): string | null {
  if (!sign) return null;
  const found = CURRENCIES.find(([pattern]) => pattern.test(sign));
  return found ? found[1] || sign.toUpperCase() : null;
}

/** Units of time and size: a bare number of them describes, it does not set a target. */
export const MEASURE_UNITS = new Set(
  "ms s sec secs second seconds min mins minute minutes h hr hrs hour hours day days week weeks month months year years kb mb gb tb segundo segundos minuto minutos hora horas día días dia dias semana semanas mes meses año años".split(
    " ",
  ),
);

const IDENTIFIERS =
  "phases?|months?|weeks?|days?|quarters?|years?|q|steps?|levels?|tiers?|versions?|v|releases?|stages?|parts?|sections?|chapters?|class|types?|round|series|sprints?|iterations?|milestones?|figures?|tables?|no\\.?|nr\\.?|nº|n°|#|line|room|iso(?:/iec)?|soc|gpt|claude|llama|rfc|en iso|din|ley|top|windows|http|fases?|mes(?:es)?|semanas?|d[ií]as?|años?|trimestres?|t|pasos?|nivel(?:es)?|versi[oó]n|etapas?|partes?|cap[ií]tulos?|hitos?|clase|tipo|serie|ronda|grados?|aged?|ages|edad(?:es)?";
const DATES_AND_PLACES =
  "in|en|since|desde|until|page|items?|articles?|art\\.?|art[ií]culos?|january|february|march|april|may|june|july|august|september|october|november|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre";

/** A number after one of these names a thing ("Phase 2", "ISO 27001", "Top 10"); it counts nothing. */
export const NAMES_A_THING = new RegExp(`(?:^|[^\\p{L}])(?:${IDENTIFIERS})[\\s.#-]{0,2}$`, "iu");

/** A bare number after one of these is a date or a place ("in 2027", "March 15"). */
export const NAMES_A_DATE = new RegExp(`(?:^|[^\\p{L}])(?:${DATES_AND_PLACES})\\s{0,2}$`, "iu");

/** Scores that are written right before their number ("NPS 50"). */
export const SCORES =
  /(?:^|[^\p{L}])(?:e?nps|csat|ces|cac|ltv|mrr|arr|roi|roas|dau|wau|mau|ctr|cpa|cpl|arpu|gmv|score|rating|puntuaci[oó]n|valoraci[oó]n|(?:team|headcount|staff|equipo|plantilla)(?=\s(?:of|de)\s))(?:\s(?:of|de|score))?[\s:]{0,2}$/iu;

/** Words that end a unit: what follows them says when, where or by whom. */
export const ENDS_A_UNIT = new Set(
  "in by per with and of from for on at to within each every or the a an is are via as through during before after across monthly weekly daily yearly annually quarterly en de del por con y al a para cada o el la los las un una antes durante desde hasta mensual mensuales semanal semanales anual anuales".split(
    " ",
  ),
);
