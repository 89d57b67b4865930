import { z } from "zod";
import {
  ApplyChange,
  type ChangeOutcome,
  type ChangePreview,
} from "#modules/billing/contract/subscriptions.ts";
import { pageContext } from "#web/context.ts";
import { useFormat } from "#web/format/use-format.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { done, submit } from "#web/forms/submit.ts";
import { QuoteTable } from "#web/parts/quote-table.tsx";
import { findProblem } from "#web/problem.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Money } from "#web/ui/money.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/change.ts";
import { findPlan } from "./find-plan.ts";
import type { Subscription } from "./plan-words.ts";
import { needAccount, portalContext, portalPath } from "./portal-context.ts";
import { usePortal } from "./use-portal.ts";

type Preview = z.output<typeof ChangePreview>;

export const handle: RouteHandle = { crumb: "Change the plan" };

const Asked = z.object({
  priceId: z.uuid(),
  quantity: z.coerce.number().int().min(1).max(10_000).catch(1),
  when: z.enum(["now", "period_end"]).optional().catch(undefined),
});
type Asked = z.output<typeof Asked>;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const portal = context.get(portalContext);
  const { subscriptionId } = params;
  const plan = await findPlan(call, needAccount(portal).accountId, subscriptionId);
  const asked = Asked.safeParse(Object.fromEntries(new URL(request.url).searchParams)).data;
  if (!asked) throw done(portalPath(portal, `/account/plans/${subscriptionId}`));
  try {
    const preview = await call<Preview>("billing.preview_my_change", { subscriptionId, ...asked });
    return { plan, asked, preview, refused: null };
  } catch (thrown) {
    const problem = findProblem(thrown);
    if (problem?.kind !== "conflict") throw thrown;
    return { plan, asked, preview: null, refused: problem.message };
  }
}

export async function action(args: Route.ActionArgs) {
  const portal = args.context.get(portalContext);
  const { subscriptionId } = args.params;
  return submit<z.output<typeof ChangeOutcome>>(args, "billing.change_my_subscription", {
    schema: ApplyChange,
    map: (form) => ({ ...form, subscriptionId }),
    onSuccess: ({ when, invoice }) =>
      invoice && invoice.openMinor > 0
        ? done(portalPath(portal, `/account/invoices/${invoice.id}`), "changed")
        : done(
            portalPath(portal, `/account/plans/${subscriptionId}`),
            when === "now" ? "changed" : "planned",
          ),
  });
}

export default function Change({ loaderData, actionData }: Route.ComponentProps) {
  const { plan, asked, preview, refused } = loaderData;
  const { path } = usePortal();
  const back = path(`/account/plans/${plan.id}`);
  return (
    <>
      <PageHeader
        title="What the change comes to"
        over={
          <TextLink to={back} dir="auto">
            {plan.offer.name}
          </TextLink>
        }
      />
      {preview ? (
        <div className="max-w-[560px] space-y-5">
          <When plan={plan} asked={asked} preview={preview} />
          <Card>
            <Amounts preview={preview} />
          </Card>
          <Confirm asked={asked} preview={preview} state={actionData} back={back} />
        </div>
      ) : (
        <Notice
          tone="caution"
          title="This change is not possible"
          actions={<LinkButton to={back}>Choose again</LinkButton>}
        >
          {refused}
        </Notice>
      )}
    </>
  );
}

function When({ plan, asked, preview }: { plan: Subscription; asked: Asked; preview: Preview }) {
  const { date } = useFormat();
  const { path } = usePortal();
  const other = preview.when === "now" ? "period_end" : "now";
  const to = path(
    `/account/plans/${plan.id}/change?${new URLSearchParams({
      priceId: asked.priceId,
      quantity: String(asked.quantity),
      when: other,
    })}`,
  );
  return (
    <p className="text-pretty">
      {preview.when === "now"
        ? "It counts from today on."
        : `It counts from ${date(preview.effectiveOn)} on; until then everything stays as it is.`}{" "}
      <TextLink to={to}>
        {other === "now" ? "Change it today instead" : "Change it at the end of the period instead"}
      </TextLink>
    </p>
  );
}

function Amounts({ preview: { quote, creditMinor, dueMinor, next } }: { preview: Preview }) {
  const { date } = useFormat();
  return (
    <>
      {quote ? (
        <QuoteTable
          quote={quote}
          caption="What the change comes to"
          totalLabel={quote.totalMinor < 0 ? "Becomes your credit" : "Invoiced today"}
        />
      ) : (
        <p>Nothing is due today.</p>
      )}
      {quote && creditMinor > 0 && quote.totalMinor > 0 && (
        <p className="mt-3 flex justify-between gap-4 text-14">
          <span className="text-muted">To pay, after your credit</span>
          <Money minor={dueMinor} currency={quote.currency} />
        </p>
      )}
      <p className="mt-4 border-t border-line pt-4 text-14 text-muted">
        Then from {date(next.on)}: <Money minor={next.totalMinor} currency={next.currency} /> a period, tax
        included.
      </p>
    </>
  );
}

interface ConfirmProps {
  asked: Asked;
  preview: Preview;
  state: FormState | undefined;
  back: string;
}

/** The button that does exactly what was shown: should the amount differ by now, nothing happens. */
function Confirm({ asked, preview, state, back }: ConfirmProps) {
  return (
    <Form state={state}>
      <input type="hidden" name="priceId" value={asked.priceId} />
      <input type="hidden" name="quantity" value={asked.quantity} />
      <input type="hidden" name="when" value={preview.when} />
      <input type="hidden" name="totalMinor" value={preview.quote?.totalMinor ?? ""} />
      <div className="flex flex-wrap gap-3">
        <Button look="primary">{preview.when === "now" ? "Change it now" : "Plan the change"}</Button>
        <LinkButton to={back}>Leave it as it is</LinkButton>
      </div>
    </Form>
  );
}
