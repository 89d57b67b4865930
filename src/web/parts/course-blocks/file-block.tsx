import type { BlockProps } from "#web/parts/course-blocks/block-props.ts";
import { Icon } from "#web/ui/icon.tsx";

/** Something to take along. */
export function FileBlock({ block, mediaHref }: BlockProps<"file">) {
  return (
    <a
      href={mediaHref(block.fileId)}
      download
      className="flex min-h-11 items-center gap-3 rounded-card border border-line bg-surface px-4 py-3 hover:bg-hover"
    >
      <Icon name="download" className="text-muted" />
      <span className="font-medium" dir="auto">
        {block.title || "Download the file"}
      </span>
    </a>
  );
}
