import type { Block } from "#modules/academy/contract/content.ts";
import type { RichTextValue } from "#web/forms/rich-text.ts";
import { courseFile } from "#web/parts/course-blocks/block-props.ts";
import { RichTextEditor } from "#web/ui/rich-text-editor.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Choices } from "./load-choices.ts";
import { RecordingFields } from "./recording-fields.tsx";

export interface FieldsProps<B extends Block = Block> {
  block: B;
  /** What the names of the fields begin with. */
  at: string;
  value: RichTextValue | undefined;
  choices: Choices;
  onChange: (() => void) | undefined;
}

type Of<K extends Block["kind"]> = Extract<Block, { kind: K }>;

const TONES = [
  { value: "note", label: "Note" },
  { value: "tip", label: "Tip" },
  { value: "warning", label: "Careful" },
  { value: "example", label: "Example" },
];

function ImageFields({ block, at, choices }: FieldsProps<Of<"image">>) {
  return (
    <>
      <img
        src={courseFile(block.fileId)}
        alt={block.alt}
        className="max-h-60 max-w-full rounded-control border border-line"
      />
      <Select name={`${at}.fileId`} label="Picture" options={choices.images} defaultValue={block.fileId} />
      <TextInput
        name={`${at}.alt`}
        label="What it shows"
        hint="For who cannot see it. Leave it empty only when the picture decorates."
        maxLength={1000}
        optional
        defaultValue={block.alt}
      />
      <TextInput
        name={`${at}.caption`}
        label="Line under it"
        maxLength={500}
        optional
        defaultValue={block.caption}
      />
    </>
  );
}

function CalloutFields({ block, at, value, onChange }: FieldsProps<Of<"callout">>) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select name={`${at}.tone`} label="Kind" options={TONES} defaultValue={block.tone} />
        <TextInput name={`${at}.title`} label="Title" maxLength={200} optional defaultValue={block.title} />
      </div>
      <RichTextEditor
        name={`${at}.text`}
        label="Text"
        value={value}
        fileHref={courseFile}
        onChange={onChange}
      />
    </>
  );
}

function CodeFields({ block, at }: FieldsProps<Of<"code">>) {
  return (
    <>
      <TextInput
        name={`${at}.language`}
        label="Language"
        maxLength={40}
        optional
        defaultValue={block.language ?? ""}
        className="max-w-48"
      />
      <TextArea name={`${at}.code`} label="Code" mono rows={6} optional defaultValue={block.code} />
    </>
  );
}

function EmbedFields({ block, at }: FieldsProps<Of<"embed">>) {
  return (
    <>
      <TextInput
        name={`${at}.url`}
        label="Address"
        hint="Students are asked before anything is loaded from there."
        type="url"
        maxLength={2000}
        defaultValue={block.url}
      />
      <TextInput name={`${at}.title`} label="Title" maxLength={200} defaultValue={block.title} />
    </>
  );
}

function FileFields({ block, at, choices }: FieldsProps<Of<"file">>) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Select name={`${at}.fileId`} label="File" options={choices.files} defaultValue={block.fileId} />
      <TextInput name={`${at}.title`} label="Title" maxLength={200} optional defaultValue={block.title} />
    </div>
  );
}

function LiveFields({ block, at }: FieldsProps<Of<"live">>) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextInput name={`${at}.title`} label="Title" maxLength={200} defaultValue={block.title} />
      <TextInput
        name={`${at}.key`}
        label="Key"
        hint="Each cohort has its own date for it."
        maxLength={80}
        defaultValue={block.key}
      />
    </div>
  );
}

/** The fields of a block, by its kind. */
export function BlockFields(props: FieldsProps) {
  const { block, at, value, choices, onChange } = props;
  switch (block.kind) {
    case "text":
      return (
        <RichTextEditor
          name={`${at}.text`}
          label="Text"
          labelHidden
          value={value}
          fileHref={courseFile}
          onChange={onChange}
        />
      );
    case "image":
      return <ImageFields {...props} block={block} />;
    case "video":
    case "audio":
      return <RecordingFields {...props} block={block} />;
    case "file":
      return <FileFields {...props} block={block} />;
    case "embed":
      return <EmbedFields {...props} block={block} />;
    case "code":
      return <CodeFields {...props} block={block} />;
    case "callout":
      return <CalloutFields {...props} block={block} />;
    case "live":
      return <LiveFields {...props} block={block} />;
    case "quiz":
      return (
        <Select name={`${at}.quizKey`} label="Quiz" options={choices.quizzes} defaultValue={block.quizKey} />
      );
    case "assignment":
      return (
        <Select
          name={`${at}.assignmentKey`}
          label="Assignment"
          options={choices.assignments}
          defaultValue={block.assignmentKey}
        />
      );
    case "package":
      return (
        <>
          <input type="hidden" name={`${at}.packageId`} value={block.packageId} />
          <p className="text-muted">A package runs here as it came.</p>
        </>
      );
  }
}
