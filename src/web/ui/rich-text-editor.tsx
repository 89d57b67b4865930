import type { ComponentType } from "react";
import { useEffect, useRef, useState } from "react";
import type { RichText } from "#kernel/browser/rich-text.ts";
import { useField } from "#web/forms/form-context.ts";
import { isWrittenText, type RichTextValue } from "#web/forms/rich-text.ts";
import { classNames } from "#web/ui/class-names.ts";
import { controlClass } from "#web/ui/control-class.ts";
import { Field, type FieldTexts } from "#web/ui/field.tsx";
import type { SurfaceProps } from "#web/ui/rich-text/surface.tsx";

interface EditorProps extends FieldTexts {
  name: string;
  /** What `richTextValue` made of the text in the loader; left out for an empty one. */
  value?: RichTextValue;
  placeholder?: string;
  /** Where pictures of the text are; kernel files unless given. */
  fileHref?: (fileId: string) => string;
  /** Told of every change, for pages that save by themselves. */
  onChange?: (text: RichText) => void;
}

interface Loaded {
  Surface: ComponentType<SurfaceProps>;
  text: RichText;
  hadFocus: boolean;
}

const EMPTY: RichTextValue = { text: { type: "doc", content: [] }, markdown: "" };
const kernelFile = (fileId: string) => `/files/${fileId}`;

/** Loads the editor once the page stands, and takes over what was typed until then. */
function useSurface(value: RichTextValue, kept: string | undefined) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const start = useRef({ value, kept });
  useEffect(() => {
    let isGone = false;
    void import("#web/ui/rich-text/surface.tsx").then(({ Surface, fromMarkdown }) => {
      if (isGone) return;
      const typed = area.current?.value ?? "";
      const hadFocus = document.activeElement === area.current;
      const { value: given, kept: refused } = start.current;
      const text = refused && isWrittenText(refused) ? (JSON.parse(refused) as RichText) : null;
      setLoaded({
        Surface,
        text: text ?? (typed === given.markdown ? given.text : fromMarkdown(typed)),
        hadFocus,
      });
    });
    return () => {
      isGone = true;
    };
  }, []);
  return { area, loaded };
}

/**
 * A field for formatted text. Until scripts run, and without them, it is a field for Markdown; then the editor takes its
 * place and sends the text itself. `richTextReader` (forms/rich-text.ts) reads either on the server.
 */
export function RichTextEditor(props: EditorProps) {
  const { name, label, hint, error, optional, labelHidden, value = EMPTY, onChange } = props;
  const scope = useField(name, { hint, error });
  const kept = scope.kept?.[0];
  const { area, loaded } = useSurface(value, kept);
  const [written, setWritten] = useState<string | null>(null);
  if (!loaded)
    return (
      <Field
        label={label}
        hint={hint ?? "Markdown: # heading, **bold**, - list"}
        optional={optional}
        labelHidden={labelHidden}
        scope={scope}
      >
        <textarea
          ref={area}
          dir="auto"
          rows={8}
          id={scope.id}
          name={name}
          defaultValue={kept ?? value.markdown}
          {...scope.aria}
          className={classNames(
            controlClass,
            "field-sizing-content max-h-[70dvh] min-h-43 py-2 font-mono text-13",
          )}
        />
      </Field>
    );
  return (
    <Field label={label} hint={hint} optional={optional} labelHidden={labelHidden} scope={scope}>
      <input type="hidden" name={name} value={written ?? JSON.stringify(loaded.text)} />
      <loaded.Surface
        id={scope.id}
        label={label}
        describedBy={scope.aria["aria-describedby"]}
        isInvalid={scope.error !== undefined}
        text={loaded.text}
        placeholder={props.placeholder ?? "Write, or type / for headings, lists and tables"}
        fileHref={props.fileHref ?? kernelFile}
        autoFocus={loaded.hadFocus}
        onChange={(text) => {
          setWritten(JSON.stringify(text));
          onChange?.(text);
        }}
      />
    </Field>
  );
}
