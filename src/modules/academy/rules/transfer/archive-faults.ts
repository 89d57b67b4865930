/** What the directory of a ZIP archive says of an entry. */
export interface ArchiveEntry {
  name: string;
  compressedBytes: number;
  bytes: number;
  /** Where it begins in the archive. */
  offset: number;
  /** 0 stored, 8 deflated. */
  method: number;
  isEncrypted: boolean;
  /** The upper half of the external attributes: the Unix mode, where a Unix made the archive. */
  unixMode: number;
}

/** Why an archive is refused. */
export interface ArchiveFault {
  code: string;
  message: string;
}

export const ARCHIVE_LIMITS = {
  entries: 20_000,
  /** Of all files together when unpacked, and of one. */
  totalBytes: 20_000_000_000,
  fileBytes: 8_000_000_000,
  /** Nothing that people make shrinks more than this; what does was made to grow. */
  ratio: 250,
  /** Below this nothing is asked of the ratio: 20 MB of blanks harm nobody. */
  ratioFromBytes: 20_000_000,
  nameLength: 500,
  depth: 30,
} as const;

const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;
const FOLDER = 0o040000;

const fault = (code: string, message: string): ArchiveFault => ({ code: `academy.archive_${code}`, message });

function nameFault({ name }: ArchiveEntry): ArchiveFault | undefined {
  const parts = name.split("/");
  const leadsOut =
    name.startsWith("/") || /^[a-z]:/i.test(name) || parts.includes("..") || name.includes("\\");
  if (leadsOut)
    return fault("path", `The archive has a file whose name leads out of it: "${name.slice(0, 200)}".`);
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f-\u009f]/.test(name))
    return fault("path", "The archive has a file name with characters nobody can type.");
  if (name.length > ARCHIVE_LIMITS.nameLength || parts.length > ARCHIVE_LIMITS.depth)
    return fault(
      "path",
      `The archive has a file name that is too long or too deep: "${name.slice(0, 100)}…".`,
    );
  return undefined;
}

function entryFault(entry: ArchiveEntry): ArchiveFault | undefined {
  const type = entry.unixMode & FILE_TYPE;
  if (type !== 0 && type !== REGULAR && type !== FOLDER)
    return fault("link", `"${entry.name}" is a link or a device and not a file.`);
  if (entry.isEncrypted)
    return fault(
      "encrypted",
      `"${entry.name}" is protected by a password. Pack the files again without one.`,
    );
  if (entry.method !== 0 && entry.method !== 8)
    return fault(
      "method",
      `"${entry.name}" is packed in a way that is not read here. Pack it as an ordinary ZIP.`,
    );
  const grows =
    entry.bytes > ARCHIVE_LIMITS.ratioFromBytes &&
    entry.bytes > Math.max(1, entry.compressedBytes) * ARCHIVE_LIMITS.ratio;
  if (grows || entry.bytes > ARCHIVE_LIMITS.fileBytes)
    return fault("bomb", `"${entry.name}" would grow to ${entry.bytes} bytes, which is more than is taken.`);
  return nameFault(entry);
}

/** Files that share bytes of the archive: small archives that hold far more than they are. */
function overlapFault(entries: readonly ArchiveEntry[]): ArchiveFault | undefined {
  const LOCAL_HEADER = 30;
  let end = 0;
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (entry.offset < end) return fault("bomb", `"${entry.name}" lies within another file of the archive.`);
    end = entry.offset + LOCAL_HEADER + entry.compressedBytes;
  }
  return undefined;
}

/** Names are the same in whatever form their accents are written, and to many systems in capitals or not. */
function duplicateFault(entries: readonly ArchiveEntry[]): ArchiveFault | undefined {
  const seen = new Set<string>();
  for (const { name } of entries) {
    const plain = name.normalize("NFC").toLowerCase().normalize("NFC");
    if (seen.has(plain))
      return fault("duplicate", `The archive has two files called "${name.slice(0, 200)}".`);
    seen.add(plain);
  }
  return undefined;
}

/** The first reason not to unpack an archive; undefined when there is none. Pure: the directory alone is looked at. */
export function archiveFault(entries: readonly ArchiveEntry[]): ArchiveFault | undefined {
  if (entries.length > ARCHIVE_LIMITS.entries)
    return fault("entries", `The archive has more than ${ARCHIVE_LIMITS.entries} files.`);
  for (const entry of entries) {
    const found = entryFault(entry);
    if (found) return found;
  }
  const total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  const packed = entries.reduce((sum, { compressedBytes }) => sum + compressedBytes, 0);
  const grows =
    total > ARCHIVE_LIMITS.ratioFromBytes * 5 && total > Math.max(1, packed) * ARCHIVE_LIMITS.ratio;
  if (grows || total > ARCHIVE_LIMITS.totalBytes)
    return fault("bomb", `The archive would grow to ${total} bytes, which is more than is taken.`);
  return overlapFault(entries) ?? duplicateFault(entries);
}
