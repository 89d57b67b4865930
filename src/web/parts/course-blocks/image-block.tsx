import type { BlockProps } from "#web/parts/course-blocks/block-props.ts";

/** A picture with what it shows for who cannot see it, and a line under it. */
export function ImageBlock({ block, mediaHref }: BlockProps<"image">) {
  return (
    <figure>
      <img
        src={mediaHref(block.fileId)}
        alt={block.alt}
        loading="lazy"
        className="h-auto max-w-full rounded-card border border-line bg-surface"
      />
      {block.caption && (
        <figcaption dir="auto" className="mt-2 text-14 text-pretty text-muted">
          {block.caption}
        </figcaption>
      )}
    </figure>
  );
}
