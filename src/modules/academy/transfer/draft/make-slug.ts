const MAX_LENGTH = 80;

/** Lower-case letters, digits and single dashes of a text; `fallback` where nothing of it remains. */
export function toSlug(text: string, fallback: string): string {
  const plain = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_LENGTH)
    .replace(/^-+|-+$/g, "");
  return plain || fallback;
}

/** Gives each text a slug that no other has, nor any given: the second "quiz" becomes "quiz-2". */
export function openSlugs(given: Iterable<string> = []): (text: string, fallback: string) => string {
  const taken = new Set(given);
  return (text, fallback) => {
    const slug = toSlug(text, fallback);
    for (let turn = 1; ; turn += 1) {
      const ending = turn === 1 ? "" : `-${turn}`;
      const candidate = slug.slice(0, MAX_LENGTH - ending.length).replace(/-+$/, "") + ending;
      if (taken.has(candidate)) continue;
      taken.add(candidate);
      return candidate;
    }
  };
}
