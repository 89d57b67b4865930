const FILE_FIELDS = new Set(["fileId", "posterFileId", "coverFileId"]);
const FILE_LINK = /^\/files\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Ids of all files that a value names: in blocks, in pictures of texts and in links to files. */
export function collectIds(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const part of value) collectIds(part, found);
  else if (typeof value === "object" && value !== null)
    for (const [name, field] of Object.entries(value)) {
      if (FILE_FIELDS.has(name) && typeof field === "string") found.add(field);
      else collectIds(field, found);
    }
  else if (typeof value === "string") {
    const linked = FILE_LINK.exec(value)?.[1];
    if (linked) found.add(linked);
  }
  return found;
}
