import type { z } from "zod";
import type { AccountEntitlement } from "#modules/billing/contract/entitlements.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { useFormat } from "#web/format/use-format.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Moment } from "#web/ui/time.tsx";

export type Entitlement = z.output<typeof AccountEntitlement>;
type Grant = Entitlement["grants"][number];

interface AccessListProps {
  items: readonly Entitlement[];
  mayEnd: boolean;
  state: FormState | undefined;
}

/** What an account may use, key by key, with the reasons for each. */
export function AccessList({ items, mayEnd, state }: AccessListProps) {
  if (items.length === 0)
    return (
      <EmptyState
        icon="key-round"
        title="Nothing yet"
        text="What this customer buys or is given shows here."
      />
    );
  return (
    <ul className="divide-y divide-line border-y border-line">
      {items.map((item) => (
        <li key={item.key} className="py-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <span className="min-w-0 font-mono text-13 font-medium [overflow-wrap:anywhere]">{item.key}</span>
            <span className="tabular-nums">
              <Amount {...item} />
            </span>
          </div>
          <ul className="mt-1 space-y-1">
            {item.grants.map((grant) => (
              <GrantLine key={grant.id} grant={grant} mayEnd={mayEnd} state={state} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Amount({ quantity, meter }: Pick<Entitlement, "quantity" | "meter">) {
  const { number } = useFormat();
  if (quantity === null) return meter === null ? "Yes" : "No limit";
  return meter === null ? number(quantity, "count") : `${number(quantity, "count")} a period`;
}

function GrantLine({
  grant,
  mayEnd,
  state,
}: {
  grant: Grant;
  mayEnd: boolean;
  state: FormState | undefined;
}) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 text-13 text-muted">
      <p className="min-w-0 flex-1 basis-56 [overflow-wrap:anywhere]">
        <span dir="auto">{grant.source}</span>
        {grant.reason && (
          <>
            : <span dir="auto">{grant.reason}</span>
          </>
        )}
        , since <Moment at={grant.fromAt} />
        {grant.untilAt && (
          <>
            , until <Moment at={grant.untilAt} />
          </>
        )}
      </p>
      {mayEnd && grant.sourceKind === "staff" && (
        <Form state={state} intent={`end-${grant.id}`} className="space-y-0">
          <input type="hidden" name="grantId" value={grant.id} />
          <Button size="small" aria-label={`Take back ${grant.reason ?? "it"}`}>
            Take it back
          </Button>
        </Form>
      )}
    </li>
  );
}
