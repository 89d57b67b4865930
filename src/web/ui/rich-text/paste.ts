/** What word processors call their headings, into the levels a text has. */
const LEVELS: Record<string, string> = { H1: "h2", H5: "h4", H6: "h4" };

function renamed(element: Element, tag: string): Element {
  const made = element.ownerDocument.createElement(tag);
  made.append(...element.childNodes);
  element.replaceWith(made);
  return made;
}

const isWordItem = (element: Element | null): element is Element =>
  element !== null && /mso-list:/i.test(element.getAttribute("style") ?? "");

/** The depth Word wrote into the style of a list's paragraph: 1 for the outermost. */
const wordDepth = (item: Element) => Number(/level(\d+)/.exec(item.getAttribute("style") ?? "")?.[1] ?? 1);

/** Takes Word's own mark ("·", "1.") out of an item and says whether it was a number. */
function takeMark(item: Element): boolean {
  const mark = [...item.querySelectorAll("span")].find((span) =>
    /mso-list:\s*ignore/i.test(span.getAttribute("style") ?? ""),
  );
  const words = mark?.textContent?.trim() ?? "";
  mark?.remove();
  return /^[(]?[0-9a-z]{1,4}[.)]/i.test(words);
}

/** Word writes lists as paragraphs that only look like items; this makes lists of them. */
function makeWordLists(document: Document): void {
  for (const first of document.querySelectorAll("p, div")) {
    if (!isWordItem(first) || !first.isConnected || isWordItem(first.previousElementSibling)) continue;
    const open: Element[] = [];
    for (let item: Element | null = first; isWordItem(item); ) {
      const next: Element | null = item.nextElementSibling;
      const depth = Math.min(wordDepth(item), open.length + 1);
      const isNumbered = takeMark(item);
      open.length = Math.min(open.length, depth);
      if (open.length < depth) {
        const list = document.createElement(isNumbered ? "ol" : "ul");
        const parent = open.at(-1)?.lastElementChild;
        if (parent) parent.append(list);
        else item.before(list);
        open.push(list);
      }
      const entry = document.createElement("li");
      entry.append(...item.childNodes);
      open.at(-1)?.append(entry);
      item.remove();
      item = next;
    }
  }
}

/**
 * What another program put on the clipboard, with its lists as lists and its headings at levels a text has. What else there
 * is (fonts, colours, scripts) falls away when the editor reads it into what it knows.
 */
export function cleanPastedHtml(html: string): string {
  const document = new DOMParser().parseFromString(html, "text/html");
  for (const element of document.querySelectorAll("style, script, title, meta, link")) element.remove();
  makeWordLists(document);
  for (const element of document.querySelectorAll("h1, h5, h6"))
    renamed(element, LEVELS[element.tagName] ?? "h4");
  return document.body.innerHTML;
}
