import { AlertDialog } from "#web/ui/alert-dialog.tsx";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { KeyValue } from "#web/ui/key-value.tsx";
import { Menu } from "#web/ui/menu.tsx";
import { Sheet } from "#web/ui/sheet.tsx";
import { useToast } from "#web/ui/toasts.tsx";
import { Tooltip } from "#web/ui/tooltip.tsx";

/** Everything that floats. */
export function OverlayButtons() {
  const toast = useToast();
  return (
    <>
      <Dialog
        title="Add a note"
        text="It stands in the activity of this plan."
        trigger={<Button type="button">Dialog</Button>}
      >
        <Button type="button" look="primary">
          Add note
        </Button>
      </Dialog>
      <AlertDialog
        title="Revoke this token?"
        text="Programs that use it stop working at once. This cannot be undone."
        trigger={<Button type="button">Alert dialog</Button>}
      >
        <Button type="button" look="danger">
          Revoke token
        </Button>
      </AlertDialog>
      <Sheet title="Customer retention" trigger={<Button type="button">Sheet</Button>}>
        <KeyValue
          pairs={[
            { label: "Owner", value: "Ana Reyes" },
            { label: "Due", value: "30 Jun 2027" },
            { label: "Source", value: null },
          ]}
        />
      </Sheet>
      <Menu
        trigger={<IconButton icon="ellipsis-vertical" label="Menu" />}
        entries={[
          { label: "Open", icon: "arrow-up-right", to: "/console/design" },
          { label: "Show a toast", icon: "bell", onSelect: () => toast("Copied to the clipboard") },
          { label: "Remove", icon: "trash-2", danger: true },
        ]}
      />
      <Tooltip text="P85: 85 of 100 simulated runs are done by then">
        <Button type="button" look="quiet">
          Tooltip
        </Button>
      </Tooltip>
    </>
  );
}
