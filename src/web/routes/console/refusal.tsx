import type { FormState } from "#web/forms/form-state.ts";
import { Notice } from "#web/ui/notice.tsx";

/** Why something asked for in a row of a list was not done; lists have no form of their own to say it in. */
export function Refusal({ state }: { state: FormState | undefined }) {
  if (!state) return null;
  return (
    <div className="mb-4">
      <Notice tone="critical">{state.message ?? "It was not done. Reload the page and try again."}</Notice>
    </div>
  );
}
