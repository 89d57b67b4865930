import type { Block } from "#modules/academy/contract/content.ts";
import { courseFile, playTime } from "#web/parts/course-blocks/block-props.ts";
import { RichTextEditor } from "#web/ui/rich-text-editor.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { FieldsProps } from "./block-fields.tsx";
import { LANGUAGES } from "./choices.ts";

type Video = Extract<Block, { kind: "video" }>;
type Recording = Extract<Block, { kind: "video" | "audio" }>;

function Captions({ block, at, choices }: FieldsProps<Video>) {
  const rows = [...block.captions, null].slice(0, 20);
  return (
    <fieldset>
      <legend className="mb-1 text-13 font-medium">Captions</legend>
      <p className="mb-2 text-13 text-muted">
        WebVTT files with what is said. The last row is for another language; rows without a file do not
        count.
      </p>
      <div className="space-y-3">
        {rows.map((track, row) => (
          <div key={track?.fileId ?? "new"} className="grid gap-3 sm:grid-cols-3">
            <Select
              name={`${at}.captions[${row}].fileId`}
              label={`File ${row + 1}`}
              emptyLabel="None"
              optional
              options={choices.captions}
              defaultValue={track?.fileId ?? ""}
            />
            <Select
              name={`${at}.captions[${row}].language`}
              label="Language"
              options={LANGUAGES}
              defaultValue={track?.language ?? "en"}
            />
            <TextInput
              name={`${at}.captions[${row}].label`}
              label="Name in the menu"
              maxLength={60}
              optional
              defaultValue={track?.label ?? ""}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}

function VideoFields(props: FieldsProps<Video>) {
  const { block, at, choices } = props;
  return (
    <>
      <Select
        name={`${at}.posterFileId`}
        label="Picture before it plays"
        emptyLabel="The first frame"
        optional
        options={choices.images}
        defaultValue={block.posterFileId ?? ""}
      />
      <Captions {...props} />
      <TextArea
        name={`${at}.chapters`}
        label="Chapters"
        hint="A line each: 1:15 Why it matters"
        rows={4}
        optional
        defaultValue={block.chapters.map(({ atMs, title }) => `${playTime(atMs)} ${title}`).join("\n")}
      />
    </>
  );
}

/** The fields of a video or a recording to listen to. */
export function RecordingFields(props: FieldsProps<Recording>) {
  const { block, at, value, choices, onChange } = props;
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          name={`${at}.fileId`}
          label="Recording"
          options={block.kind === "video" ? choices.videos : choices.audios}
          defaultValue={block.fileId}
        />
        <TextInput
          name={`${at}.duration`}
          label="Length"
          hint="Minutes and seconds, such as 12:30."
          defaultValue={playTime(block.durationMs)}
        />
      </div>
      {block.kind === "video" && <VideoFields {...props} block={block} />}
      <RichTextEditor
        name={`${at}.transcript`}
        label="Transcript"
        optional
        value={value}
        fileHref={courseFile}
        onChange={onChange}
      />
    </>
  );
}
