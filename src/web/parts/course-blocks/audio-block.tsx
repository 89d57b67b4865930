import { type ComponentProps, useRef } from "react";
import type { BlockProps } from "#web/parts/course-blocks/block-props.ts";
import { SpeedSelect } from "#web/parts/course-blocks/speed-select.tsx";
import { Transcript } from "#web/parts/course-blocks/transcript.tsx";

/** A recording to listen to, with its transcript. `player` goes to the `<audio>`. */
export function AudioBlock({
  block,
  mediaHref,
  player,
}: BlockProps<"audio"> & { player?: Omit<ComponentProps<"audio">, "ref"> }) {
  const audio = useRef<HTMLAudioElement>(null);
  return (
    <div>
      <audio
        {...player}
        ref={audio}
        src={mediaHref(block.fileId)}
        controls
        preload="metadata"
        className="w-full"
      />
      <div className="mt-2 flex justify-end">
        <SpeedSelect media={() => audio.current} />
      </div>
      {block.transcript && <Transcript text={block.transcript} fileHref={mediaHref} />}
    </div>
  );
}
