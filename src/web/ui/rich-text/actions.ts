import type { Editor } from "@tiptap/react";
import type { IconName } from "#web/ui/icon.tsx";

/** Something the editor can do with the place where the cursor is. */
export interface EditorAction {
  key: string;
  label: string;
  icon: IconName;
  /** As people press it; Mod is Ctrl, or Command on a Mac. */
  keys?: string;
  /** Further words that find it in the slash menu. */
  words?: string;
  isOn?: (editor: Editor) => boolean;
  run: (editor: Editor) => void;
}

/** How words look. */
export const markActions: readonly EditorAction[] = [
  {
    key: "bold",
    label: "Bold",
    icon: "bold",
    keys: "Mod+B",
    isOn: (editor) => editor.isActive("bold"),
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    key: "italic",
    label: "Italic",
    icon: "italic",
    keys: "Mod+I",
    isOn: (editor) => editor.isActive("italic"),
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    key: "strike",
    label: "Struck through",
    icon: "strikethrough",
    keys: "Mod+Shift+S",
    isOn: (editor) => editor.isActive("strike"),
    run: (editor) => editor.chain().focus().toggleStrike().run(),
  },
  {
    key: "code",
    label: "Code in the line",
    icon: "code",
    keys: "Mod+E",
    isOn: (editor) => editor.isActive("code"),
    run: (editor) => editor.chain().focus().toggleCode().run(),
  },
];

const heading = (level: 2 | 3 | 4, label: string): EditorAction => ({
  key: `heading-${level}`,
  label,
  icon: `heading-${level}`,
  keys: `Mod+Alt+${level}`,
  words: "title section",
  isOn: (editor) => editor.isActive("heading", { level }),
  run: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
});

/** What a paragraph can become. */
export const styleActions: readonly EditorAction[] = [
  {
    key: "paragraph",
    label: "Text",
    icon: "pilcrow",
    keys: "Mod+Alt+0",
    isOn: (editor) => editor.isActive("paragraph"),
    run: (editor) => editor.chain().focus().setParagraph().run(),
  },
  heading(2, "Heading"),
  heading(3, "Smaller heading"),
  heading(4, "Smallest heading"),
];

/** What can stand as a block. */
export const blockActions: readonly EditorAction[] = [
  {
    key: "bullets",
    label: "List",
    icon: "list",
    keys: "Mod+Shift+8",
    words: "bullets unordered points",
    isOn: (editor) => editor.isActive("bulletList"),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    key: "numbers",
    label: "Numbered list",
    icon: "list-ordered",
    keys: "Mod+Shift+7",
    words: "ordered steps",
    isOn: (editor) => editor.isActive("orderedList"),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    key: "quote",
    label: "Quote",
    icon: "quote",
    keys: "Mod+Shift+B",
    words: "citation",
    isOn: (editor) => editor.isActive("blockquote"),
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  {
    key: "code-block",
    label: "Block of code",
    icon: "square-code",
    keys: "Mod+Alt+C",
    words: "program",
    isOn: (editor) => editor.isActive("codeBlock"),
    run: (editor) => editor.chain().focus().toggleCodeBlock().run(),
  },
  {
    key: "table",
    label: "Table",
    icon: "table",
    words: "grid rows columns",
    isOn: (editor) => editor.isActive("table"),
    run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
  {
    key: "rule",
    label: "Line across",
    icon: "minus",
    words: "divider separator horizontal rule",
    run: (editor) => editor.chain().focus().setHorizontalRule().run(),
  },
];

/** What can be done with the table around the cursor. */
export const tableActions: readonly (Pick<EditorAction, "label" | "run"> & { danger?: boolean })[] = [
  { label: "Add a row below", run: (editor) => editor.chain().focus().addRowAfter().run() },
  { label: "Add a row above", run: (editor) => editor.chain().focus().addRowBefore().run() },
  { label: "Add a column after", run: (editor) => editor.chain().focus().addColumnAfter().run() },
  { label: "Add a column before", run: (editor) => editor.chain().focus().addColumnBefore().run() },
  { label: "Delete the row", run: (editor) => editor.chain().focus().deleteRow().run(), danger: true },
  { label: "Delete the column", run: (editor) => editor.chain().focus().deleteColumn().run(), danger: true },
  { label: "Delete the table", run: (editor) => editor.chain().focus().deleteTable().run(), danger: true },
];

/** The actions that words typed after a slash mean. */
export function findActions(typed: string): EditorAction[] {
  const wanted = typed.toLowerCase();
  return [...styleActions, ...blockActions].filter(({ label, words }) =>
    `${label} ${words ?? ""}`
      .toLowerCase()
      .split(" ")
      .some((word) => word.startsWith(wanted)),
  );
}
