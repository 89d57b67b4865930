import type { RichNode, RichText } from "#kernel/browser/rich-text.ts";

const says = (node: RichNode): boolean =>
  node.type === "image" || (node.text ?? "").trim() !== "" || (node.content ?? []).some(says);

/** True for a text that holds at least a word or a picture. */
export const hasWords = (text: RichText): boolean => text.content.some(says);
