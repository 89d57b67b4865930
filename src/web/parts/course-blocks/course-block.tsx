import type { ComponentProps, ReactNode } from "react";
import type { Block } from "#modules/academy/contract/content.ts";
import { AudioBlock } from "#web/parts/course-blocks/audio-block.tsx";
import { courseFile } from "#web/parts/course-blocks/block-props.ts";
import { CalloutBlock } from "#web/parts/course-blocks/callout-block.tsx";
import { CodeBlock } from "#web/parts/course-blocks/code-block.tsx";
import { EmbedBlock } from "#web/parts/course-blocks/embed-block.tsx";
import { FileBlock } from "#web/parts/course-blocks/file-block.tsx";
import { ImageBlock } from "#web/parts/course-blocks/image-block.tsx";
import { TextBlock } from "#web/parts/course-blocks/text-block.tsx";
import { VideoBlock } from "#web/parts/course-blocks/video-block.tsx";

type Recording = Omit<ComponentProps<"video">, "ref"> & Omit<ComponentProps<"audio">, "ref">;

interface CourseBlockProps {
  block: Block;
  mediaHref?: (fileId: string) => string;
  /** For video and audio: what happens as they play. */
  player?: Recording;
  /** What stands for a quiz, an assignment, a package or a live session: the page decides. */
  children?: ReactNode;
}

/** One block of a lesson, as students see it; the same in the player, the preview and a free lesson. */
export function CourseBlock({ block, mediaHref = courseFile, player, children }: CourseBlockProps) {
  switch (block.kind) {
    case "text":
      return <TextBlock block={block} mediaHref={mediaHref} />;
    case "image":
      return <ImageBlock block={block} mediaHref={mediaHref} />;
    case "video":
      return <VideoBlock block={block} mediaHref={mediaHref} player={player} />;
    case "audio":
      return <AudioBlock block={block} mediaHref={mediaHref} player={player} />;
    case "file":
      return <FileBlock block={block} mediaHref={mediaHref} />;
    case "embed":
      return <EmbedBlock block={block} mediaHref={mediaHref} />;
    case "code":
      return <CodeBlock block={block} mediaHref={mediaHref} />;
    case "callout":
      return <CalloutBlock block={block} mediaHref={mediaHref} />;
    default:
      return children;
  }
}
