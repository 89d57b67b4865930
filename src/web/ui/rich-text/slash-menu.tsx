import type { Editor } from "@tiptap/react";
import { useEditorState } from "@tiptap/react";
import type { RefObject } from "react";
import { useImperativeHandle, useLayoutEffect, useRef, useState } from "react";
import { classNames } from "#web/ui/class-names.ts";
import { Icon } from "#web/ui/icon.tsx";
import { floatClass, menuItemClass } from "#web/ui/menu-class.ts";
import { type EditorAction, findActions } from "#web/ui/rich-text/actions.ts";

/** Lets the editor offer its keys to the menu first; true when the menu took one. */
export interface SlashKeys {
  take: (event: KeyboardEvent) => boolean;
}

/** What was typed after a slash that begins a paragraph; null when that is not where the cursor is. */
function typedAfterSlash(editor: Editor): string | null {
  const { $from, empty } = editor.state.selection;
  if (!empty || $from.parent.type.name !== "paragraph" || $from.parentOffset !== $from.parent.content.size)
    return null;
  return /^\/([\p{L}\d]*)$/u.exec($from.parent.textContent)?.[1] ?? null;
}

function choose(editor: Editor, action: EditorAction): void {
  const { $from } = editor.state.selection;
  editor.chain().focus().deleteRange({ from: $from.start(), to: $from.end() }).run();
  action.run(editor);
}

/** Puts the menu under the line with the cursor. Set by script: the page's policy knows no style attributes. */
function putUnderCursor(menu: HTMLElement | null, editor: Editor): void {
  const frame = menu?.offsetParent?.getBoundingClientRect();
  if (!menu || !frame) return;
  const cursor = editor.view.coordsAtPos(editor.state.selection.from);
  menu.style.insetBlockStart = `${cursor.bottom - frame.top + 6}px`;
  menu.style.insetInlineStart = `${Math.max(0, Math.min(cursor.left - frame.left, frame.width - 240))}px`;
}

interface Choice {
  typed: string | null;
  at: number;
  isClosed: boolean;
}

/** What is found for what was typed, and which of it would be inserted; begins anew with each letter. */
function useChoice(editor: Editor, keys: RefObject<SlashKeys | null>) {
  const typed = useEditorState({
    editor,
    selector: ({ editor: it }) => (it.isFocused ? typedAfterSlash(it) : null),
  });
  const [kept, setKept] = useState<Choice>({ typed: null, at: 0, isClosed: false });
  const { at, isClosed } = kept.typed === typed ? kept : { at: 0, isClosed: false };
  const found = typed === null || isClosed ? [] : findActions(typed);
  useImperativeHandle(keys, () => ({
    take: ({ key }) => {
      if (found.length === 0) return false;
      const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
      const chosen = found[at];
      if (step !== 0) setKept({ typed, isClosed, at: (at + step + found.length) % found.length });
      else if ((key === "Enter" || key === "Tab") && chosen) choose(editor, chosen);
      else if (key === "Escape") setKept({ typed, at, isClosed: true });
      else return false;
      return true;
    },
  }));
  return { found, at };
}

/** A choice of blocks, opened by "/" at the start of an empty paragraph. The cursor stays in the text. */
export function SlashMenu({ editor, keys }: { editor: Editor; keys: RefObject<SlashKeys | null> }) {
  const { found, at } = useChoice(editor, keys);
  const menu = useRef<HTMLDivElement>(null);
  const isOpen = found.length > 0;
  useLayoutEffect(() => {
    if (isOpen) putUnderCursor(menu.current, editor);
  }, [editor, isOpen]);
  return (
    <>
      <p className="sr-only" aria-live="polite">
        {isOpen && `${found[at]?.label}, ${at + 1} of ${found.length}. Press Enter to insert.`}
      </p>
      {isOpen && (
        <div
          ref={menu}
          className={classNames(floatClass, "absolute z-30 max-h-72 w-60 overflow-y-auto p-1.5")}
        >
          {found.map((action, position) => (
            <button
              key={action.key}
              type="button"
              tabIndex={-1}
              data-highlighted={position === at ? "" : undefined}
              className={menuItemClass}
              // The cursor must not leave the text before the choice is made.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(editor, action)}
            >
              <Icon name={action.icon} className="text-muted" />
              {action.label}
            </button>
          ))}
        </div>
      )}
    </>
  );
}
