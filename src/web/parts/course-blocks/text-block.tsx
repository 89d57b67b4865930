import type { BlockProps } from "#web/parts/course-blocks/block-props.ts";
import { RichText } from "#web/parts/rich-text.tsx";

/** Words of a lesson. */
export const TextBlock = ({ block, mediaHref }: BlockProps<"text">) => (
  <RichText text={block.text} fileHref={mediaHref} className="text-16" />
);
