import { Fragment, Slice } from "@tiptap/pm/model";
import { EditorContent, useEditor } from "@tiptap/react";
import { useRef, useState } from "react";
import { fromMarkdown } from "#kernel/browser/rich-text/markdown.ts";
import { normalRichText } from "#kernel/browser/rich-text/normal-form.ts";
import { richText, type RichText } from "#kernel/browser/rich-text.ts";
import { editorExtensions } from "#web/ui/rich-text/extensions.ts";
import { LinkDialog } from "#web/ui/rich-text/link-dialog.tsx";
import { cleanPastedHtml } from "#web/ui/rich-text/paste.ts";
import { SlashMenu, type SlashKeys } from "#web/ui/rich-text/slash-menu.tsx";
import { Toolbar } from "#web/ui/rich-text/toolbar.tsx";

export { fromMarkdown };

export interface SurfaceProps {
  id: string;
  label: string;
  /** Ids of hint and error. */
  describedBy: string | undefined;
  isInvalid: boolean;
  text: RichText;
  placeholder: string;
  fileHref: (fileId: string) => string;
  autoFocus: boolean;
  onChange: (text: RichText) => void;
}

/** Attributes of ProseMirror that a rich text does not have fall away; an empty paragraph is no text. */
function textOf(json: unknown): RichText {
  const read = richText.safeParse(JSON.parse(JSON.stringify(json)));
  return read.success ? normalRichText(read.data) : { type: "doc", content: [] };
}

// An editor without a paragraph has nowhere to put a cursor.
const startOf = (text: RichText) =>
  text.content.length > 0 ? text : { type: "doc" as const, content: [{ type: "paragraph" as const }] };

/** The editor itself, loaded when the page stands. Keys: Alt+F10 goes to the tools, Escape leaves them. */
export function Surface(props: SurfaceProps) {
  const { id, label, describedBy, isInvalid, text, placeholder, fileHref, autoFocus, onChange } = props;
  const [isLinking, setIsLinking] = useState(false);
  const keys = useRef<SlashKeys>(null);
  const editor = useEditor({
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    content: startOf(text),
    autofocus: autoFocus ? "end" : false,
    extensions: editorExtensions({ placeholder, fileHref }),
    onUpdate: ({ editor: changed }) => onChange(textOf(changed.getJSON())),
    editorProps: {
      attributes: {
        id,
        class: "rich-text min-h-32 max-w-none px-4 py-3 outline-none",
        dir: "auto",
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label,
        ...(describedBy ? { "aria-describedby": describedBy } : {}),
        ...(isInvalid ? { "aria-invalid": "true" } : {}),
      },
      transformPastedHTML: cleanPastedHtml,
      clipboardTextParser: (pasted, $context, isPlain, view) => {
        const read: RichText = isPlain
          ? {
              type: "doc",
              content: pasted
                .split(/\n+/)
                .map((line) => ({ type: "paragraph", content: line ? [{ type: "text", text: line }] : [] })),
            }
          : fromMarkdown(pasted);
        return Slice.maxOpen(Fragment.from(view.state.schema.nodeFromJSON(startOf(read)).content));
      },
      handleKeyDown: (view, event) => {
        if (keys.current?.take(event)) return true;
        if (event.key === "k" && (event.ctrlKey || event.metaKey)) {
          setIsLinking(true);
          event.preventDefault();
          event.stopPropagation();
          return true;
        }
        if (event.key !== "F10" || !event.altKey) return false;
        view.dom.closest("[data-editor]")?.querySelector<HTMLElement>("[role=toolbar] select")?.focus();
        return true;
      },
    },
  });
  return (
    <div
      data-editor=""
      className="relative rounded-control border border-control bg-surface focus-within:border-accent has-aria-invalid:border-critical"
    >
      <Toolbar editor={editor} controls={id} onLink={() => setIsLinking(true)} />
      <EditorContent editor={editor} className="max-h-[70dvh] overflow-y-auto" />
      <SlashMenu editor={editor} keys={keys} />
      {isLinking && <LinkDialog editor={editor} onClose={() => setIsLinking(false)} />}
    </div>
  );
}
