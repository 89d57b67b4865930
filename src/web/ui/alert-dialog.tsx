import { AlertDialog as BaseAlertDialog } from "@base-ui/react/alert-dialog";
import type { ReactElement, ReactNode } from "react";
import { buttonClass } from "#web/ui/button.tsx";
import { backdropClass, dialogClass, hasAddress } from "#web/ui/dialog.tsx";

interface AlertDialogProps {
  /** The question: "Revoke this token?" */
  title: string;
  /** What follows, and whether it can be undone. */
  text: ReactNode;
  trigger: ReactElement;
  cancel?: string;
  /** The form that does it, with its own button. */
  children: ReactNode;
}

/** Asks before something that cannot be undone. The trigger should be a link to a page that asks the same. */
export function AlertDialog({ title, text, trigger, cancel = "Cancel", children }: AlertDialogProps) {
  return (
    <BaseAlertDialog.Root>
      <BaseAlertDialog.Trigger render={trigger} nativeButton={!hasAddress(trigger)} />
      <BaseAlertDialog.Portal>
        <BaseAlertDialog.Backdrop className={backdropClass} />
        <BaseAlertDialog.Popup className={dialogClass}>
          <BaseAlertDialog.Title className="text-18 font-semibold">{title}</BaseAlertDialog.Title>
          <BaseAlertDialog.Description className="mt-1 text-pretty text-muted">
            {text}
          </BaseAlertDialog.Description>
          <div className="mt-6 flex flex-wrap justify-end gap-2">
            <BaseAlertDialog.Close className={buttonClass({ look: "secondary" })}>
              {cancel}
            </BaseAlertDialog.Close>
            {children}
          </div>
        </BaseAlertDialog.Popup>
      </BaseAlertDialog.Portal>
    </BaseAlertDialog.Root>
  );
}
