import type { SubmitEvent } from "react";
import { useState } from "react";
import { useNavigate } from "react-router";
import { Button } from "#web/ui/button.tsx";
import { PasswordInput } from "#web/ui/password-input.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { useHydrated } from "#web/ui/use-hydrated.ts";
import { useOwnPath } from "./own-path.ts";
import { addPasskey, canUsePasskeys } from "../auth/passkey.ts";

/** Makes a passkey in this browser; only its own script can. Who has a password proves by it that it is theirs to add. */
export function AddPasskey({ hasPassword }: { hasPassword: boolean }) {
  const hydrated = useHydrated();
  const navigate = useNavigate();
  const own = useOwnPath();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  if (!hydrated || !canUsePasskeys())
    return <p className="text-muted">This browser cannot add a passkey, or its scripts are off.</p>;

  async function add(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const entry = new FormData(form);
    const password = entry.get("password");
    setBusy(true);
    const problem = await addPasskey(
      String(entry.get("name")).trim() || "Passkey",
      typeof password === "string" ? password : undefined,
    );
    setBusy(false);
    setFault(problem);
    if (problem !== null) return;
    form.reset();
    await navigate(`${own("security")}?notice=passkey_added`);
  }

  return (
    <form className="max-w-[420px] space-y-4" onSubmit={(event) => void add(event)}>
      <TextInput
        name="name"
        label="Name of the new passkey"
        placeholder="Laptop, phone, key"
        maxLength={80}
        optional
      />
      {hasPassword && (
        <PasswordInput
          name="password"
          label="Present password, for the new passkey"
          autoComplete="current-password"
          required
        />
      )}
      <Button icon="key-round" disabled={busy}>
        {busy ? "Waiting for your device" : "Add a passkey"}
      </Button>
      <p role="status" className="text-13 text-critical empty:hidden">
        {fault}
      </p>
    </form>
  );
}
