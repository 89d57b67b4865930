import { useId, useState } from "react";
import { useNavigate } from "react-router";
import { Button } from "#web/ui/button.tsx";
import { classNames } from "#web/ui/class-names.ts";
import { controlClass, controlHeight } from "#web/ui/control-class.ts";
import { useHydrated } from "#web/ui/use-hydrated.ts";
import { addPasskey, canUsePasskeys } from "../auth/passkey.ts";

/** Makes a passkey in this browser; only its own script can. */
export function AddPasskey() {
  const id = useId();
  const hydrated = useHydrated();
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  if (!hydrated || !canUsePasskeys())
    return <p className="text-muted">This browser cannot add a passkey, or its scripts are off.</p>;

  async function add() {
    setBusy(true);
    const problem = await addPasskey(name.trim() || "Passkey");
    setBusy(false);
    setFault(problem);
    if (problem !== null) return;
    setName("");
    await navigate("/console/profile/security?notice=passkey_added");
  }

  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-13 font-medium">
        Name of the new passkey<span className="font-normal text-muted"> (optional)</span>
      </label>
      <div className="flex max-w-[420px] flex-wrap gap-2">
        <input
          id={id}
          value={name}
          maxLength={80}
          placeholder="Laptop, phone, key"
          onChange={(event) => setName(event.currentTarget.value)}
          className={classNames(controlClass, controlHeight, "min-w-40 flex-1")}
        />
        <Button type="button" icon="key-round" disabled={busy} onClick={() => void add()}>
          {busy ? "Waiting for your device" : "Add a passkey"}
        </Button>
      </div>
      <p role="status" className="mt-2 text-13 text-critical empty:hidden">
        {fault}
      </p>
    </div>
  );
}
