const CHUNK_LINES = 400;
const LEAST_LINES = 100;
// What a paragraph or a table of hundreds of lines may hold; the parser joins its pieces one by one.
const MOST_CHARACTERS = 400_000;
const HEADING = /^#{1,6}[ \t]/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const ENTRY = /^(?:[-*+] |\d{1,3}[.)] )/;
const FLUSH_LEFT = /^[^\s|]/;

export interface Chunk {
  /** 1-based line of the file that the chunk's first line is. */
  firstLine: number;
  lines: string[];
}

/**
 * Cuts a document where Markdown starts afresh anyway: before a heading outside any fence. The parser's time
 * grows faster than the length of what it is given, so long stretches without headings are cut too: before a
 * top-level list entry or a new paragraph, or, failing both, within a paragraph of hundreds of lines or within
 * anything of hundreds of thousands of characters.
 */
export function chunksOf(lines: readonly string[]): Chunk[] {
  const chunks: Chunk[] = [];
  let start = 0;
  let fence: string | null = null;
  let comment = false;
  let characters = 0;
  lines.forEach((line, index) => {
    const size = index - start;
    const before = lines[index - 1] ?? "";
    if (fence === null && !comment && size > 0 && isCut(line, { size, before, characters })) {
      chunks.push({ firstLine: start + 1, lines: lines.slice(start, index) });
      start = index;
      characters = 0;
    }
    characters += line.length;
    if (!comment) fence = fenceAfter(line, fence);
    if (fence === null) comment = commentAfter(line, comment);
  });
  chunks.push({ firstLine: start + 1, lines: lines.slice(start) });
  return chunks;
}

function isCut(
  line: string,
  { size, before, characters }: { size: number; before: string; characters: number },
): boolean {
  if (characters > MOST_CHARACTERS) return true;
  if (HEADING.test(line)) return size >= LEAST_LINES;
  if (size < CHUNK_LINES) return false;
  if (ENTRY.test(line)) return true;
  return (
    FLUSH_LEFT.test(line) && (before.trim() === "" || size >= 2 * CHUNK_LINES) && !before.startsWith("|")
  );
}

function fenceAfter(line: string, fence: string | null): string | null {
  const mark = FENCE.exec(line)?.[1];
  if (!mark) return fence;
  if (fence === null)
    return mark.startsWith("`") && line.trim().slice(mark.length).includes("`") ? null : mark;
  const closes = mark[0] === fence[0] && mark.length >= fence.length && line.trim() === mark;
  return closes ? null : fence;
}

function commentAfter(line: string, comment: boolean): boolean {
  const opened = line.lastIndexOf("<!--");
  const closed = line.lastIndexOf("-->");
  if (comment) return closed < 0;
  return /^ {0,3}<!--/.test(line) && closed < opened;
}
