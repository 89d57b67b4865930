import { useId, useState } from "react";
import { Button } from "#web/ui/button.tsx";
import { classNames } from "#web/ui/class-names.ts";
import { controlClass, controlHeight } from "#web/ui/control-class.ts";
import { useHydrated } from "#web/ui/use-hydrated.ts";

/** A value to take elsewhere: a token, an address. Can be selected by hand where scripts do not run. */
export function CopyField({ label, value, hint }: { label: string; value: string; hint?: string }) {
  const id = useId();
  const hydrated = useHydrated();
  const [copied, setCopied] = useState(false);
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-13 font-medium">
        {label}
      </label>
      {hint && <p className="mb-1.5 text-13 text-muted">{hint}</p>}
      <div className="flex gap-2">
        <input
          id={id}
          readOnly
          value={value}
          onFocus={(event) => event.currentTarget.select()}
          className={classNames(controlClass, controlHeight, "min-w-0 flex-1 font-mono text-13")}
        />
        {hydrated && (
          <Button
            type="button"
            icon={copied ? "check" : "copy"}
            onClick={() => void navigator.clipboard.writeText(value).then(() => setCopied(true))}
          >
            <span aria-live="polite">{copied ? "Copied" : "Copy"}</span>
          </Button>
        )}
      </div>
    </div>
  );
}
