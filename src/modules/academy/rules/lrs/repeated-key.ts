const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;

/** Where the string that begins at a quote ends: its last quote. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === BACKSLASH) before -= 1;
    if ((end - before) % 2 === 1) return end;
  }
}

const keyIn = (quoted: string): string =>
  quoted.includes("\\") ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);

/**
 * A key that occurs twice within one object of a JSON text, which `JSON.parse` passes over; undefined where none does.
 * The text has to be JSON (xAPI 1.0.3, Data 2.2).
 */
export function repeatedKey(text: string): string | undefined {
  /** What is open around the place: the keys of an object, or nothing for a list. */
  const open: (Set<string> | undefined)[] = [];
  let keys: Set<string> | undefined;
  let isKey = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = endOfString(text, at);
      if (isKey && keys) {
        const key = keyIn(text.slice(at, end + 1));
        if (keys.has(key)) return key;
        keys.add(key);
        isKey = false;
      }
      at = end;
    } else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      open.push(keys);
      isKey = code === OPEN_OBJECT;
      keys = isKey ? new Set() : undefined;
    } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
      keys = open.pop();
      isKey = false;
    } else if (code === COMMA) isKey = keys !== undefined;
  }
  return undefined;
}
