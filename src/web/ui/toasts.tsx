import { Toast } from "@base-ui/react/toast";
import { Icon } from "#web/ui/icon.tsx";
import { iconButtonClass } from "#web/ui/icon-button.tsx";
import { floatClass } from "#web/ui/menu-class.ts";

/** Tells in passing what a scripted action did; a form's result is a notice on the page instead. */
export function useToast(): (text: string) => void {
  const { add } = Toast.useToastManager();
  return (text) => void add({ title: text });
}

/** Where toasts appear; stands once in the shell. */
export function Toasts() {
  const { toasts } = Toast.useToastManager();
  return (
    <Toast.Portal>
      <Toast.Viewport className="fixed inset-x-4 bottom-18 z-50 flex flex-col items-end gap-2 md:start-auto md:end-6 md:bottom-6 md:w-96">
        {toasts.map((toast) => (
          <Toast.Root key={toast.id} toast={toast} className={`${floatClass} w-full`}>
            <Toast.Content className="flex items-center gap-3 py-1.5 ps-4 pe-1.5">
              <Toast.Title className="flex-1" />
              <Toast.Close aria-label="Dismiss" className={iconButtonClass}>
                <Icon name="x" />
              </Toast.Close>
            </Toast.Content>
          </Toast.Root>
        ))}
      </Toast.Viewport>
    </Toast.Portal>
  );
}
