import type { RichText } from "#kernel/browser/rich-text.ts";
import type { RawValue } from "#web/forms/raw-form.ts";

/** A formatted text as a form needs it: itself, and in Markdown for who writes without scripts. */
export interface RichTextValue {
  text: RichText;
  markdown: string;
}

// The parser is heavy, and most pages have no formatted text.
const theMarkdown = () => import("#kernel/browser/rich-text/markdown.ts");

/** For loaders: what `RichTextEditor` takes as its value. */
export async function richTextValue(text: RichText): Promise<RichTextValue> {
  const { toMarkdown } = await theMarkdown();
  return { text, markdown: toMarkdown(text) };
}

/** True for what the editor sends, which is the text itself; anything else a person typed as Markdown. */
export const isWrittenText = (sent: string): boolean => sent.startsWith('{"type":"doc","content":[');

function parsed(sent: string): unknown {
  try {
    return JSON.parse(sent);
  } catch {
    return sent;
  }
}

/**
 * For actions: reads the field of a `RichTextEditor` in `submit`'s `map`, whichever way it came. What it gives is for the
 * schema to judge.
 */
export async function richTextReader(): Promise<(raw: RawValue | undefined) => unknown> {
  const { fromMarkdown } = await theMarkdown();
  return (raw) => {
    if (typeof raw !== "string") return raw;
    return isWrittenText(raw) ? parsed(raw) : fromMarkdown(raw);
  };
}
