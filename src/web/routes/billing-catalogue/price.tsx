import type { z } from "zod";
import type { Offer } from "#modules/billing/contract/catalogue.ts";
import { ChangePrice, EndPrice } from "#modules/billing/contract/price.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { done, submit } from "#web/forms/submit.ts";
import { useFormat } from "#web/format/use-format.ts";
import { problemResponse } from "#web/problem.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { usePermission } from "#web/shell/use-shell.ts";
import { Button } from "#web/ui/button.tsx";
import { DateInput } from "#web/ui/date-input.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { KeyValue } from "#web/ui/key-value.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { Route } from "./+types/price.ts";
import { AmountFields } from "./amount-fields.tsx";
import type { PriceOut } from "./offer-prices.tsx";
import { defaultsOfTerms } from "./price-defaults.ts";
import { amountForm, dayEnd, dayStart } from "./price-form.ts";
import { priceWords, taxWords } from "./price-words.ts";
import { PriceState } from "./standings.tsx";

export const handle: RouteHandle = { crumb: "Price" };

async function loadPrice({ context, params }: Pick<Route.LoaderArgs, "context" | "params">) {
  const { call, requestId } = context.get(pageContext);
  const { offerId, priceId } = params;
  const offer = await call<z.output<typeof Offer>>("billing.get_offer", { offerId });
  const price = offer.prices.find(({ id }) => id === priceId);
  if (price) return { offer, price };
  throw problemResponse({
    kind: "not_found",
    code: "billing.price_unknown",
    message: "This offer has no such price.",
    issues: [],
    requestId,
  });
}

export const loader = (args: Route.LoaderArgs) => loadPrice(args);

export async function action(args: Route.ActionArgs) {
  const { offerId, priceId } = args.params;
  const { zone, viewer } = args.context.get(pageContext);
  const form = await args.request.clone().formData();
  const here = `/console/billing/catalogue/offers/${offerId}`;
  if (form.get("intent") === "end")
    return submit(args, "billing.end_price", {
      schema: EndPrice,
      map: ({ at }) => ({ priceId, at: dayEnd(at, zone) }),
      onSuccess: () => done(here, "price_ended"),
    });
  const { price } = await loadPrice(args);
  return submit(args, "billing.change_price", {
    schema: ChangePrice,
    map: ({ amount, soldFromAt }) => ({
      priceId,
      amount: amountForm(amount, price.terms.currency, viewer?.locale ?? "en-GB"),
      soldFromAt: dayStart(soldFromAt, zone),
    }),
    onSuccess: () => done(here, "price_changed"),
  });
}

function Facts({ price }: { price: PriceOut }) {
  return (
    <KeyValue
      pairs={[
        { label: "Standing", value: <PriceState standing={price.standing} /> },
        { label: "Sold from", value: <Moment at={price.soldFromAt} /> },
        { label: "Sold until", value: price.soldUntilAt ? <Moment at={price.soldUntilAt} /> : "No end" },
        { label: "First sold", value: price.usedAt ? <Moment at={price.usedAt} /> : "Not yet" },
        { label: "Tax", value: price.terms.includesTax ? "Included" : "Comes on top" },
      ]}
    />
  );
}

function EndSale({ state }: { state: FormState | undefined }) {
  return (
    <Disclosure summary="End its sale" open={state?.intent === "end"}>
      <p className="mb-4 text-pretty text-muted">
        Nobody can buy at this price any more. Subscriptions at this price go on.
      </p>
      <Form state={state} intent="end">
        <DateInput name="at" label="Last day on sale" hint="Empty ends it now." optional />
        <Button look="danger">End the sale</Button>
      </Form>
    </Disclosure>
  );
}

export default function PricePage({ loaderData: { offer, price }, actionData }: Route.ComponentProps) {
  const { money, locale } = useFormat();
  const mayChange = usePermission("billing:catalogue") && price.standing !== "ended";
  const state = actionData ?? undefined;
  const { terms } = price;
  return (
    <>
      <PageHeader
        over={<span dir="auto">{offer.name}</span>}
        title={priceWords(terms, (minor) => money(BigInt(minor), terms.currency))}
        lead={`In ${terms.currency}, ${taxWords(terms)}.`}
      />
      <div className="gap-10 lg:grid lg:grid-cols-[minmax(0,560px)_minmax(0,1fr)]">
        {mayChange && (
          <Section
            title="A new price follows"
            note="Currency and cycle stay. Who bought at the old price keeps it, at every renewal too."
          >
            <Form state={state} intent="change">
              <AmountFields prefix="amount" defaults={defaultsOfTerms(terms, locale)} />
              <DateInput
                name="soldFromAt"
                label="First day of the new price"
                hint="Empty for now. The old one ends there."
                optional
              />
              <Button look="primary">Let it follow</Button>
            </Form>
          </Section>
        )}
        <div className="max-lg:mt-8">
          <Section title="This price">
            <Facts price={price} />
            {mayChange && (
              <div className="mt-4">
                <EndSale state={state} />
              </div>
            )}
          </Section>
        </div>
      </div>
    </>
  );
}
