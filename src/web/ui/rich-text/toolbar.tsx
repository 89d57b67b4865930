import type { Editor } from "@tiptap/react";
import { useEditorState } from "@tiptap/react";
import type { KeyboardEvent } from "react";
import { classNames } from "#web/ui/class-names.ts";
import { Icon, type IconName } from "#web/ui/icon.tsx";
import { iconButtonClass } from "#web/ui/icon-button.tsx";
import { Menu } from "#web/ui/menu.tsx";
import {
  blockActions,
  type EditorAction,
  markActions,
  styleActions,
  tableActions,
} from "#web/ui/rich-text/actions.ts";

const isMac = () => /mac|iphone|ipad/i.test(navigator.platform);
const keysOf = (keys: string) => (isMac() ? keys.replace("Mod", "Cmd") : keys.replace("Mod", "Ctrl"));

interface ToolProps {
  label: string;
  icon: IconName;
  keys?: string;
  isOn?: boolean;
  disabled?: boolean;
  onClick: () => void;
}

function Tool({ label, icon, keys, isOn, disabled, onClick }: ToolProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={label}
      aria-pressed={isOn}
      aria-disabled={disabled || undefined}
      title={keys ? `${label} (${keysOf(keys)})` : label}
      className={classNames(
        iconButtonClass,
        isOn && "bg-accent-soft text-accent",
        disabled && "opacity-40 hover:bg-transparent",
      )}
      // Clicking a tool leaves the selection where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!disabled) onClick();
      }}
    >
      <Icon name={icon} />
    </button>
  );
}

function Tools({
  editor,
  actions,
  on,
}: {
  editor: Editor;
  actions: readonly EditorAction[];
  on: readonly string[];
}) {
  return actions.map((action) => (
    <Tool
      key={action.key}
      label={action.label}
      icon={action.icon}
      keys={action.keys}
      isOn={action.isOn ? on.includes(action.key) : undefined}
      onClick={() => action.run(editor)}
    />
  ));
}

/** One stop for the Tab key; arrows go from tool to tool, as toolbars do (ARIA Authoring Practices). */
function moveAlong(event: KeyboardEvent<HTMLDivElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
  if (step === undefined) return;
  const tools = [...event.currentTarget.querySelectorAll<HTMLElement>("button, select")];
  const at = tools.indexOf(event.target as HTMLElement);
  const next = tools[Math.max(0, Math.min(tools.length - 1, at + step))];
  event.preventDefault();
  next?.focus();
}

const Line = () => <span aria-hidden="true" className="mx-1 h-5 w-px shrink-0 bg-line" />;

function StyleSelect({ editor, on }: { editor: Editor; on: readonly string[] }) {
  const current = styleActions.find(({ key }) => key !== "paragraph" && on.includes(key)) ?? styleActions[0];
  return (
    <select
      aria-label="Style of the paragraph"
      value={current?.key}
      className="h-9 shrink-0 rounded-control bg-transparent px-2 text-13 hover:bg-hover touch:h-11 touch:text-16"
      onChange={(event) => {
        const action = styleActions.find(({ key }) => key === event.target.value);
        if (action && action !== current) action.run(editor);
      }}
    >
      {styleActions.map(({ key, label }) => (
        <option key={key} value={key}>
          {label}
        </option>
      ))}
    </select>
  );
}

function TableMenu({ editor }: { editor: Editor }) {
  return (
    <Menu
      trigger={
        <button
          type="button"
          tabIndex={-1}
          className={classNames(iconButtonClass, "w-auto gap-1 px-2 text-13 touch:w-auto")}
        >
          Rows and columns
          <Icon name="chevron-down" />
        </button>
      }
      entries={tableActions.map(({ label, run, danger }) => ({ label, danger, onSelect: () => run(editor) }))}
    />
  );
}

function History({ editor, canUndo, canRedo }: { editor: Editor; canUndo: boolean; canRedo: boolean }) {
  const { undo, redo } = {
    undo: () => editor.chain().focus().undo().run(),
    redo: () => editor.chain().focus().redo().run(),
  };
  return (
    <>
      <Tool label="Undo" icon="undo-2" keys="Mod+Z" disabled={!canUndo} onClick={undo} />
      <Tool label="Redo" icon="redo-2" keys="Mod+Shift+Z" disabled={!canRedo} onClick={redo} />
    </>
  );
}

const all = [...markActions, ...styleActions, ...blockActions];

/** What can be done with the text, above it. */
export function Toolbar({
  editor,
  controls,
  onLink,
}: {
  editor: Editor;
  controls: string;
  onLink: () => void;
}) {
  const state = useEditorState({
    editor,
    selector: ({ editor: it }) => ({
      on: all.filter(({ isOn }) => isOn?.(it)).map(({ key }) => key),
      canUndo: it.can().undo(),
      canRedo: it.can().redo(),
      isLink: it.isActive("link"),
      isTable: it.isActive("table"),
    }),
  });
  return (
    <div
      role="toolbar"
      aria-label="Formatting"
      aria-controls={controls}
      className="flex items-center gap-0.5 overflow-x-auto border-b border-line p-1"
      onKeyDown={moveAlong}
    >
      <StyleSelect editor={editor} on={state.on} />
      <Line />
      <Tools editor={editor} actions={markActions} on={state.on} />
      <Tool label="Link" icon="link" keys="Mod+K" isOn={state.isLink} onClick={onLink} />
      <Line />
      <Tools editor={editor} actions={blockActions} on={state.on} />
      {state.isTable && <TableMenu editor={editor} />}
      <Line />
      <History editor={editor} canUndo={state.canUndo} canRedo={state.canRedo} />
    </div>
  );
}
