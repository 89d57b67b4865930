import type { BlockProps } from "#web/parts/course-blocks/block-props.ts";

/** Code to read and copy. */
export const CodeBlock = ({ block }: BlockProps<"code">) => (
  <pre
    tabIndex={0}
    dir="ltr"
    aria-label={block.language ? `Code: ${block.language}` : "Code"}
    role="region"
    className="overflow-x-auto rounded-card border border-line bg-canvas px-4 py-3 font-mono text-13"
  >
    <code>{block.code}</code>
  </pre>
);
