/** Somebody who can be called by name. */
export interface Named {
  id: string;
  name: string;
}

const WORD = /[\p{L}\p{N}_]/u;

const endsAt = (text: string, at: number): boolean => {
  const [next = ""] = text.slice(at);
  return !WORD.test(next);
};

/**
 * Whom a text calls by `@` and the whole name, in any case of letters. The longest name that fits counts, so that
 * “@Ana Reyes” does not call Ana; people of the same name are all called. An `@` inside a word, as in a mail address,
 * calls nobody.
 */
export function mentionedIn(text: string, people: readonly Named[]): string[] {
  const lower = text.toLowerCase();
  const named = people
    .map(({ id, name }) => ({ id, call: name.trim().toLowerCase() }))
    .filter(({ call }) => call !== "");
  const found = new Set<string>();
  for (const { index } of lower.matchAll(/(?<![\p{L}\p{N}_.+-])@/gu)) {
    const start = index + 1;
    const fitting = named.filter(
      ({ call }) => lower.startsWith(call, start) && endsAt(lower, start + call.length),
    );
    const longest = Math.max(0, ...fitting.map(({ call }) => call.length));
    for (const { id, call } of fitting) if (call.length === longest) found.add(id);
  }
  return [...found];
}
