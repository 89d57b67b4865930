/** What is known of a file that somebody wants to hand in; its type as its bytes say. */
export interface OfferedFile {
  name: string;
  mediaType: string;
  bytes: number;
}

// What a double click starts on one system or another. Sources of programs (.py, .js) are text and no programs yet.
const PROGRAM_NAMES =
  /\.(exe|com|bat|cmd|msi|msix|scr|pif|cpl|vbs|vbe|wsf|wsh|hta|ps1|lnk|reg|jar|apk|app|dmg|pkg|deb|rpm|appimage)$/i;

/** True for what would run on the machine of whoever opens it. */
export const isProgram = ({ name, mediaType }: Pick<OfferedFile, "name" | "mediaType">): boolean =>
  mediaType === "application/x-executable" || PROGRAM_NAMES.test(name.trim());

const isAllowed = (type: string, allow: readonly string[]): boolean =>
  allow.length === 0 ||
  allow.some((entry) => (entry.endsWith("/*") ? type.startsWith(entry.slice(0, -1)) : type === entry));

/** Why a file is not taken; undefined: it is. */
export function findFileFault(
  file: OfferedFile,
  terms: { fileTypes: readonly string[]; maxFileBytes: number },
): "program" | "type" | "size" | undefined {
  if (isProgram(file)) return "program";
  if (!isAllowed(file.mediaType, terms.fileTypes)) return "type";
  return file.bytes > terms.maxFileBytes ? "size" : undefined;
}
