const NEEDS_ESCAPE = /[\\`*[\]<>|]|~(?=~)|&(?=#?\w{1,32};)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
// What would start a block at the beginning of a line or an entry.
const STARTS_A_BLOCK = /^(?:#{1,6}(?=\s|$)|[-+=](?=\s|$)|[-=]{2,}|\d{1,9}[.)](?=\s|$))/;
// Bullets that only the plan reader knows, not Markdown: they are written as entities.
const LOOKS_LIKE_BULLET = /^(?:[•◦▪‣●○■□·–—➤►→✔✓✅☐☑☒]|[a-z][.)])(?=\s)/u;

/** Plain text as Markdown that reads back as the same text. */
export function escapeText(text: string): string {
  const escaped = text.replaceAll(NEEDS_ESCAPE, (character) => `\\${character}`);
  const start = STARTS_A_BLOCK.exec(escaped)?.[0];
  if (start)
    return escaped.replace(
      start,
      start.slice(0, -1) + (/\w/.test(start.slice(-1)) ? start.slice(-1) : `\\${start.slice(-1)}`),
    );
  const bullet = LOOKS_LIKE_BULLET.exec(escaped);
  if (!bullet) return escaped;
  return `&#${escaped.codePointAt(0) ?? 0};${escaped.slice(String.fromCodePoint(escaped.codePointAt(0) ?? 0).length)}`;
}
