import type { Editor } from "@tiptap/react";
import { useState } from "react";
import { isSafeLink } from "#kernel/browser/rich-text.ts";
import { Button } from "#web/ui/button.tsx";
import { controlClass, controlHeight } from "#web/ui/control-class.ts";
import { classNames } from "#web/ui/class-names.ts";
import { Dialog } from "#web/ui/dialog.tsx";

/** What a person may have meant: `cairn.example/x` is a page of the web, `a@b.de` a mail address. */
export function readLink(typed: string): string | null {
  const text = typed.trim();
  if (isSafeLink(text)) return text;
  const meant = /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text) ? `mailto:${text}` : `https://${text}`;
  return /^[\p{L}\p{N}@][^\s]*\.[^\s]+$/u.test(text) && !/^[a-z]+:/i.test(text) && isSafeLink(meant)
    ? meant
    : null;
}

function setLink(editor: Editor, href: string): void {
  const chain = editor.chain().focus().extendMarkRange("link");
  if (editor.state.selection.empty && !editor.isActive("link"))
    chain.insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] }).run();
  else chain.setLink({ href }).run();
}

interface AddressProps {
  typed: string;
  isWrong: boolean;
  onType: (typed: string) => void;
  onEnter: () => void;
}

function Address({ typed, isWrong, onType, onEnter }: AddressProps) {
  return (
    <>
      <label htmlFor="rich-text-link" className="mb-1 block text-13 font-medium">
        Address
      </label>
      <input
        id="rich-text-link"
        type="url"
        dir="ltr"
        value={typed}
        placeholder="https://"
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? "rich-text-link-error" : undefined}
        className={classNames(controlClass, controlHeight)}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          onEnter();
        }}
      />
      {isWrong && (
        <p id="rich-text-link-error" className="mt-1.5 text-13 font-medium text-critical">
          Give an address of the web, a mail address, or a path of this site that begins with /.
        </p>
      )}
    </>
  );
}

/** Asks where the selected words lead. Not a form of its own: it stands within the form it writes for. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const before = String(editor.getAttributes("link").href ?? "");
  const [typed, setTyped] = useState(before);
  const [isWrong, setIsWrong] = useState(false);
  const save = () => {
    const href = readLink(typed);
    setIsWrong(href === null);
    if (href === null) return;
    setLink(editor, href);
    onClose();
  };
  return (
    <Dialog
      title={before ? "Change the link" : "Add a link"}
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Address typed={typed} isWrong={isWrong} onType={setTyped} onEnter={save} />
      <div className="mt-5 flex flex-wrap gap-2">
        <Button type="button" look="primary" onClick={save}>
          {before ? "Change link" : "Add link"}
        </Button>
        {before && (
          <Button
            type="button"
            look="danger"
            onClick={() => {
              editor.chain().focus().extendMarkRange("link").unsetLink().run();
              onClose();
            }}
          >
            Remove link
          </Button>
        )}
      </div>
    </Dialog>
  );
}
