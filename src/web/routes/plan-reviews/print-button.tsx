import { Button } from "#web/ui/button.tsx";
import { useHydrated } from "#web/ui/use-hydrated.ts";

/** Opens the browser's own print view; before scripts run, its menu does the same. */
export function PrintButton() {
  const hydrated = useHydrated();
  if (!hydrated) return null;
  return (
    <div data-screen-only>
      <Button type="button" icon="printer" onClick={() => window.print()}>
        Print
      </Button>
    </div>
  );
}
