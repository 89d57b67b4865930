import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import type { ReactElement, ReactNode } from "react";

/** The box of a dialog: in the middle, never taller than the screen. */
export const dialogClass =
  "fixed inset-x-4 top-1/2 z-50 mx-auto max-h-[88dvh] max-w-lg -translate-y-1/2 overflow-y-auto rounded-card bg-raised p-6 shadow-float outline-none transition-[opacity,scale] data-starting-style:scale-98 data-starting-style:opacity-0 data-ending-style:opacity-0";

/** What dims the page behind it. */
export const backdropClass =
  "fixed inset-0 z-40 bg-shade transition-opacity data-starting-style:opacity-0 data-ending-style:opacity-0";

interface DialogProps {
  title: string;
  text?: ReactNode;
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children?: ReactNode;
}

/**
 * Something short to do without leaving the page. The trigger may be a `LinkButton` to a page that does the
 * same: until scripts run it is followed, after that the dialog opens in its place.
 */
export function Dialog({ title, text, trigger, open, onOpenChange, children }: DialogProps) {
  return (
    <BaseDialog.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <BaseDialog.Trigger render={trigger} nativeButton={!hasAddress(trigger)} />}
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={backdropClass} />
        <BaseDialog.Popup className={dialogClass}>
          <BaseDialog.Title className="text-18 font-semibold">{title}</BaseDialog.Title>
          {text && (
            <BaseDialog.Description className="mt-1 text-pretty text-muted">{text}</BaseDialog.Description>
          )}
          <div className="mt-5">{children}</div>
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

/** Whether a trigger is a link: then the dialog must not treat it as a button of the browser's. */
export function hasAddress(trigger: ReactElement): boolean {
  return typeof trigger.props === "object" && trigger.props !== null && "to" in trigger.props;
}
