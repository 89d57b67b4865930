/**
 * JSON with one form for each value: names sorted by their UTF-16 code units as in RFC 8785, two spaces a level so that
 * people can read and compare it. Undefined fields are left out.
 */
export function canonicalJson(value: unknown): string {
  const sorted = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(sorted);
    if (typeof part !== "object" || part === null) return part;
    const fields = Object.entries(part).filter(([, field]) => field !== undefined);
    return Object.fromEntries(
      fields.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, sorted(field)]),
    );
  };
  return `${JSON.stringify(sorted(value), null, 2)}\n`;
}
