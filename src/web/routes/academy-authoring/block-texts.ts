import type { Block } from "#modules/academy/contract/content.ts";
import { richTextValue, type RichTextValue } from "#web/forms/rich-text.ts";

/** The formatted text of each block that has one, as its field needs it, by the block's id. */
export async function blockTexts(blocks: readonly Block[]): Promise<Record<string, RichTextValue>> {
  const entries = await Promise.all(
    blocks.map(async (block) => {
      const text = "text" in block ? block.text : "transcript" in block ? block.transcript : null;
      return text ? ([block.id, await richTextValue(text)] as const) : null;
    }),
  );
  return Object.fromEntries(entries.filter((entry) => entry !== null));
}
