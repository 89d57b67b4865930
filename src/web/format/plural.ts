/** A count with its noun: `1 post`, `20 posts`, `1,200 posts`; give `many` where adding an s is wrong. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${new Intl.NumberFormat("en").format(count)} ${count === 1 ? one : many}`;
}

/** Names in a sentence: `Ana`, `Ana and Ben`, `Ana, Ben and 3 more`. */
export function nameList(names: readonly string[], most = 3): string {
  if (names.length > most)
    return `${names.slice(0, most - 1).join(", ")} and ${names.length - most + 1} more`;
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
