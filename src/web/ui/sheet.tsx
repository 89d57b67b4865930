import { Dialog } from "@base-ui/react/dialog";
import type { ReactElement, ReactNode } from "react";
import { Icon } from "#web/ui/icon.tsx";
import { iconButtonClass } from "#web/ui/icon-button.tsx";

interface SheetProps {
  title: string;
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
}

/** A quick look at something, from the side; from below on a phone. The thing itself has a page. */
export function Sheet({ title, trigger, open, onOpenChange, children }: SheetProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Dialog.Trigger render={trigger} />}
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-shade transition-opacity data-starting-style:opacity-0 data-ending-style:opacity-0" />
        <Dialog.Popup className="fixed z-50 flex flex-col bg-raised shadow-float outline-none transition-[translate,opacity] duration-200 max-sm:inset-x-0 max-sm:bottom-0 max-sm:max-h-[88dvh] max-sm:rounded-t-card max-sm:data-starting-style:translate-y-8 max-sm:data-starting-style:opacity-0 sm:inset-y-0 sm:end-0 sm:w-[min(480px,92vw)] sm:data-starting-style:translate-x-6 sm:data-starting-style:opacity-0 data-ending-style:opacity-0">
          <div className="flex items-center justify-between gap-4 border-b border-line py-2.5 ps-5 pe-2.5">
            <Dialog.Title className="truncate text-16 font-semibold">{title}</Dialog.Title>
            <Dialog.Close aria-label="Close" className={iconButtonClass}>
              <Icon name="x" />
            </Dialog.Close>
          </div>
          <div className="flex flex-1 flex-col overflow-y-auto px-5 py-4 pb-[max(16px,env(safe-area-inset-bottom))]">
            {children}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
