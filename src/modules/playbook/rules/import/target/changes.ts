import type { Quantity } from "../types.ts";

// A verb at the beginning that is a number in disguise; what follows must be a thing that can grow.
const MULTIPLIES: [RegExp, number][] = [
  [/^(?:to )?(double[ds]?|doubling|duplicar|duplicad[oa]s?|duplica)(?=\s)/iu, 100],
  [/^(?:to )?(triple[ds]?|tripling|triplicar|triplicad[oa]s?|triplica)(?=\s)/iu, 200],
  [/^(?:to )?(quadruple[ds]?|quadrupling|cuadruplicar|cuadruplica)(?=\s)/iu, 300],
  [/^(?:to )?(halve[ds]?|halving|reducir a la mitad|cut in half)(?=\s)/iu, -50],
];
const ENDS: [RegExp, number][] = [
  [/\s((?:is|are|has|have|was|were) doubled|se (?:ha )?duplicad?[oan]?)\.?$/iu, 100],
  [/\s((?:is|are|has|have|was|were) halved|se reduce a la mitad)\.?$/iu, -50],
];
const SAYS_SOMETHING_ELSE =
  /^\s(?:opt|check|entry|book|click|digit|blind|sided|spac|glaz|down|loop|diamond|bottom|a[- ]?side|jump)/iu;

/** "Double the revenue" as a change by 100 per cent; null for a text that says no such thing. */
export function findMultiple(text: string): Quantity | null {
  for (const [pattern, change] of [...MULTIPLIES, ...ENDS]) {
    const match = pattern.exec(text);
    const raw = match?.[1];
    if (!match || raw === undefined) continue;
    if (SAYS_SOMETHING_ELSE.test(text.slice(match.index + match[0].length))) continue;
    return { raw, op: "delta", min: change, max: change, unit: "%", currency: null, window: null };
  }
  return null;
}
