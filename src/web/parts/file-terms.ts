const NAMES: Record<string, string> = {
  "application/pdf": "PDF",
  "application/zip": "zip archives",
  "image/*": "pictures",
  "video/*": "videos",
  "audio/*": "sound",
  "text/plain": "plain text",
  "text/markdown": "Markdown",
  "text/csv": "CSV tables",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word documents",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PowerPoint presentations",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel tables",
};

/** Media types as people call them; none: everything that is no program. */
export function typeNames(types: readonly string[]): string {
  if (types.length === 0) return "every kind of file except programs";
  return types.map((type) => NAMES[type] ?? type).join(", ");
}

/** Bytes as people count the size of files. */
export function inMegabytes(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  const megabytes = bytes / 1_000_000;
  return `${megabytes < 10 ? Math.round(megabytes * 10) / 10 : Math.round(megabytes)} MB`;
}
