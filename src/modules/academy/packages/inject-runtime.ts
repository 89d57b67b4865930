const HEAD = /<head(?:\s[^>]*)?>/i;
const HTML = /<html(?:\s[^>]*)?>/i;
const DOCTYPE = /^\s*<!doctype[^>]*>/i;

/** As an attribute's value, in ASCII alone: right in whatever encoding the page is. */
const asAttribute = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;");

/**
 * Puts our script before everything a page of a package runs. Bytes of the page stay as they are; only ASCII is added, so
 * its encoding does not matter.
 */
export function injectRuntime(page: Uint8Array, { src, given }: { src: string; given: unknown }): Buffer {
  const text = Buffer.from(page).toString("latin1");
  const found = [HEAD, HTML, DOCTYPE]
    .map((pattern) => pattern.exec(text.slice(0, 100_000)))
    .find((match) => match);
  const at = found ? found.index + found[0].length : 0;
  const script = `<script src="${src}" data-cairn="${asAttribute(given)}"></script>`;
  return Buffer.from(text.slice(0, at) + script + text.slice(at), "latin1");
}
