import { useState } from "react";
import { Button } from "#web/ui/button.tsx";
import { FieldError } from "#web/ui/field.tsx";
import { useHydrated } from "#web/ui/use-hydrated.ts";
import { canUsePasskeys, signInWithPasskey } from "./passkey.ts";

/** Signs in with a passkey. It takes the browser's own script, so it is there only where that runs. */
export function PasskeyButton({ next }: { next: string }) {
  const hydrated = useHydrated();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  // Keeps its place from the first paint on, so that nothing moves when it becomes usable.
  const usable = hydrated && canUsePasskeys();

  async function signIn() {
    setBusy(true);
    setError(undefined);
    const fault = await signInWithPasskey();
    if (fault === null) window.location.assign(next);
    else {
      setError(fault);
      setBusy(false);
    }
  }

  return (
    <div>
      <Button
        type="button"
        icon="key-round"
        size="large"
        wide
        disabled={!usable || busy}
        title={hydrated && !usable ? "This browser cannot use passkeys" : undefined}
        onClick={() => void signIn()}
      >
        {busy ? "Waiting for your passkey" : "Sign in with a passkey"}
      </Button>
      <div role="status">
        {error && (
          <FieldError
            scope={{
              id: "passkey",
              hintId: "",
              errorId: "passkey-error",
              error,
              kept: undefined,
              aria: noAria,
            }}
          />
        )}
      </div>
    </div>
  );
}

const noAria = { "aria-invalid": undefined, "aria-describedby": undefined } as const;
