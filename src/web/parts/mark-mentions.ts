/** A stretch of a comment; `isCall` where it names somebody who is called. */
export interface Stretch {
  text: string;
  isCall: boolean;
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/** Cuts a comment at the names it calls, so that they can be told apart; the stretches joined are the comment. */
export function markMentions(body: string, names: readonly string[]): Stretch[] {
  const known = names.filter((name) => name.trim() !== "").toSorted((a, b) => b.length - a.length);
  if (known.length === 0) return [{ text: body, isCall: false }];
  const call = new RegExp(`(@(?:${known.map(escaped).join("|")})(?![\\p{L}\\p{N}_]))`, "giu");
  return body
    .split(call)
    .map((text, index) => ({ text, isCall: index % 2 === 1 }))
    .filter(({ text }) => text !== "");
}
