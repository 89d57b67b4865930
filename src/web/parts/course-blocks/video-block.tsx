import { type ComponentProps, useRef } from "react";
import { type BlockProps, playTime } from "#web/parts/course-blocks/block-props.ts";
import { SpeedSelect } from "#web/parts/course-blocks/speed-select.tsx";
import { Transcript } from "#web/parts/course-blocks/transcript.tsx";

type Chapters = BlockProps<"video">["block"]["chapters"];

/** Without scripts a chapter opens the recording at its place (Media Fragments); with them it jumps there. */
function ChapterList({
  chapters,
  src,
  seek,
}: {
  chapters: Chapters;
  src: string;
  seek: (ms: number) => boolean;
}) {
  return (
    <nav aria-label="Chapters" className="mt-3">
      <ol className="divide-y divide-line border-y border-line">
        {chapters.map(({ atMs, title }) => (
          <li key={atMs}>
            <a
              href={`${src}#t=${atMs / 1000}`}
              className="flex min-h-9 items-baseline gap-3 py-2 hover:bg-hover touch:min-h-11"
              onClick={(event) => {
                if (seek(atMs)) event.preventDefault();
              }}
            >
              <span className="w-14 shrink-0 text-end text-13 text-muted tabular-nums">{playTime(atMs)}</span>
              <span dir="auto">{title}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/**
 * A recording with captions, chapters and transcript, on the browser's own controls. `player` goes to the `<video>`:
 * its events tell what was played.
 */
export function VideoBlock({
  block,
  mediaHref,
  player,
}: BlockProps<"video"> & { player?: Omit<ComponentProps<"video">, "ref"> }) {
  const video = useRef<HTMLVideoElement>(null);
  const src = mediaHref(block.fileId);
  const seek = (ms: number) => {
    if (!video.current) return false;
    video.current.currentTime = ms / 1000;
    video.current.focus();
    void video.current.play().catch(() => {});
    return true;
  };
  return (
    <div>
      <video
        {...player}
        ref={video}
        src={src}
        controls
        playsInline
        preload="metadata"
        poster={block.posterFileId ? mediaHref(block.posterFileId) : undefined}
        className="aspect-video w-full rounded-card bg-black"
      >
        {block.captions.map(({ fileId, language, label }, at) => (
          <track
            key={fileId}
            kind="captions"
            src={mediaHref(fileId)}
            srcLang={language}
            label={label}
            default={at === 0}
          />
        ))}
      </video>
      <div className="mt-2 flex justify-end">
        <SpeedSelect media={() => video.current} />
      </div>
      {block.chapters.length > 0 && <ChapterList chapters={block.chapters} src={src} seek={seek} />}
      {block.transcript && <Transcript text={block.transcript} fileHref={mediaHref} />}
    </div>
  );
}
