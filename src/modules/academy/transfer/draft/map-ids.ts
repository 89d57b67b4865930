const FILE_LINK = /^\/files\/([0-9a-f-]{36})$/;

/**
 * A copy of a value with ids in it replaced: strings that are an id, and links to a file of that id. Ids are UUIDs, so
 * nobody's words are mistaken for one.
 */
export function mapIds<T>(value: T, ids: ReadonlyMap<string, string>): T {
  const visit = (part: unknown): unknown => {
    if (typeof part === "string") {
      const link = FILE_LINK.exec(part)?.[1];
      const linked = link && ids.get(link);
      return linked ? `/files/${linked}` : (ids.get(part) ?? part);
    }
    if (Array.isArray(part)) return part.map(visit);
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, field]) => [name, visit(field)]));
  };
  return visit(value) as T;
}
