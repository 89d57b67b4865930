import { Form } from "#web/forms/form.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { classNames } from "#web/ui/class-names.ts";

interface TickProps {
  actionId: string;
  /** What is to be done, for those who do not see the line beside it. */
  text: string;
  isDone?: boolean;
  /** Path the form posts to; the page's own unless given. */
  action?: string;
}

/** Ticks an action off, or opens it again; a form of one button, so that it works without scripts. Intent `tick`. */
export function Tick({ actionId, text, isDone = false, action }: TickProps) {
  return (
    <Form intent="tick" action={action} className="shrink-0">
      <input type="hidden" name="actionId" value={actionId} />
      {!isDone && <input type="hidden" name="done" value="true" />}
      <button
        type="submit"
        aria-label={isDone ? `Open again: ${text}` : `Done: ${text}`}
        title={isDone ? "Open it again" : "It is done"}
        className="-m-2 flex size-9 items-center justify-center rounded-control hover:bg-hover touch:-m-3 touch:size-11"
      >
        <span
          className={classNames(
            "flex size-4 items-center justify-center rounded-mark border",
            isDone ? "border-accent bg-accent text-inverse" : "border-control bg-surface",
          )}
        >
          {isDone && <Icon name="check" className="size-3" />}
        </span>
      </button>
    </Form>
  );
}
