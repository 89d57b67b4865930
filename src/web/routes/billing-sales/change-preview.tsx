import type { z } from "zod";
import type { ChangePreview } from "#modules/billing/contract/subscriptions.ts";
import type { FormState } from "#web/forms/form-state.ts";
import { Form } from "#web/forms/form.tsx";
import { Button } from "#web/ui/button.tsx";
import { Money } from "#web/ui/money.tsx";
import { Day } from "#web/ui/time.tsx";

type Preview = z.output<typeof ChangePreview>;

function Lines({ preview }: { preview: Preview }) {
  const { quote } = preview;
  if (!quote)
    return (
      <p className="text-pretty">
        Nothing is due now. The change counts from <Day on={preview.effectiveOn} /> on.
      </p>
    );
  return (
    <dl className="divide-y divide-line">
      {quote.lines.map((line) => (
        <div key={line.description} className="flex justify-between gap-4 py-2">
          <dt>{line.description}</dt>
          <dd>
            <Money minor={line.amountMinor} currency={quote.currency} />
          </dd>
        </div>
      ))}
      <div className="flex justify-between gap-4 py-2 text-muted">
        <dt>Tax</dt>
        <dd>
          <Money minor={quote.taxMinor} currency={quote.currency} />
        </dd>
      </div>
      <div className="flex justify-between gap-4 py-2 font-semibold">
        <dt>{quote.totalMinor < 0 ? "Becomes credit" : "Invoiced now"}</dt>
        <dd>
          <Money minor={Math.abs(quote.totalMinor)} currency={quote.currency} />
        </dd>
      </div>
    </dl>
  );
}

/** What a change comes to, and the button that does exactly this. */
export function ChangePreviewCard({
  preview,
  asked,
  state,
}: {
  preview: Preview;
  asked: { priceId: string; quantity: number };
  state: FormState | undefined;
}) {
  return (
    <>
      <Lines preview={preview} />
      <p className="my-4 text-pretty text-muted">
        From <Day on={preview.next.on} /> on:{" "}
        <Money minor={preview.next.totalMinor} currency={preview.next.currency} /> a period, tax included.
      </p>
      <Form state={state}>
        <input type="hidden" name="priceId" value={asked.priceId} />
        <input type="hidden" name="quantity" value={asked.quantity} />
        <input type="hidden" name="when" value={preview.when} />
        <input type="hidden" name="totalMinor" value={preview.quote?.totalMinor ?? ""} />
        <Button look="primary">Change it</Button>
      </Form>
    </>
  );
}
