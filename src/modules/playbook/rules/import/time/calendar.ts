const NAMES: [RegExp, number][] = [
  [/^(?:jan(?:uary)?|ene(?:ro)?)$/, 1],
  [/^feb(?:ruary|rero)?$/, 2],
  [/^mar(?:ch|zo)?$/, 3],
  [/^(?:apr(?:il)?|abr(?:il)?)$/, 4],
  [/^may(?:o)?$/, 5],
  [/^jun(?:e|io)?$/, 6],
  [/^jul(?:y|io)?$/, 7],
  [/^(?:aug(?:ust)?|ago(?:sto)?)$/, 8],
  [/^(?:sep(?:t|tember|tiembre)?|setiembre)$/, 9],
  [/^oct(?:ober|ubre)?$/, 10],
  [/^nov(?:ember|iembre)?$/, 11],
  [/^(?:dec(?:ember)?|dic(?:iembre)?)$/, 12],
];

/** English or Spanish month name, whole or short, to 1..12; undefined when it is none. */
export function monthNumber(name: string): number | undefined {
  const lower = name.toLowerCase().replace(/\.$/, "");
  return NAMES.find(([pattern]) => pattern.test(lower))?.[1];
}

/** Months since the year 0: a number that calendar months can be compared and subtracted by. */
export function monthIndex(year: number, month: number): number {
  return year * 12 + month - 1;
}
