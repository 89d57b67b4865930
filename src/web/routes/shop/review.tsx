import type { z } from "zod";
import { Link, redirect } from "react-router";
import type { Checkout as CheckoutShape } from "#modules/billing/contract/checkout.ts";
import { pageContext } from "#web/context.ts";
import { countryName } from "#web/format/countries.ts";
import { useFormat } from "#web/format/use-format.ts";
import { Form } from "#web/forms/form.tsx";
import type { FormState } from "#web/forms/form-state.ts";
import { submit } from "#web/forms/submit.ts";
import { QuoteTable } from "#web/parts/quote-table.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/review.ts";
import { brandClass } from "./brand-link.tsx";
import { CheckoutFrame } from "./checkout-frame.tsx";
import { orderCookie } from "./order-cookie.ts";
import { LaterPayments } from "./later-payments.tsx";
import { Order } from "./order-form.ts";

type Checkout = z.output<typeof CheckoutShape>;

export const meta: Route.MetaFunction = () => [
  { title: "Look it over and order" },
  { name: "robots", content: "noindex" },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const checkout = await call<Checkout>("billing.get_checkout", { token: params.token });
  if (checkout.orderReference) throw redirect(`/thanks/${params.token}`);
  if (!checkout.buyer || !checkout.quote) throw redirect(`/checkout/${params.token}/details`);
  return { checkout: { ...checkout, buyer: checkout.buyer, quote: checkout.quote } };
}

export async function action(args: Route.ActionArgs) {
  const { call, secureCookies } = args.context.get(pageContext);
  const { token } = args.params;
  const place = ({ termsSha256, totalMinor, provider }: z.output<typeof Order>) =>
    call("billing.place_order", { token, termsSha256, totalMinor, provider });
  return submit(args, place, {
    schema: Order,
    onSuccess: () =>
      redirect(`/thanks/${token}?go`, { headers: { "set-cookie": orderCookie(token, secureCookies) } }),
  });
}

export default function Review({ loaderData: { checkout }, actionData }: Route.ComponentProps) {
  return (
    <CheckoutFrame step={2} title="Look it over and order" aside={<Total checkout={checkout} />}>
      <div className="max-w-[560px] space-y-10">
        {checkout.couponProblem && (
          <Notice tone="caution" title="The coupon does not count">
            {checkout.couponProblem}{" "}
            <TextLink to={`/checkout/${checkout.token}/details`}>Change or remove it</TextLink> to go on.
          </Notice>
        )}
        <BuyerLines checkout={checkout} />
        <OrderForm checkout={checkout} state={actionData} />
      </div>
    </CheckoutFrame>
  );
}

type Ready = Route.ComponentProps["loaderData"]["checkout"];

/** The card with the exact total. A trial costs nothing today; the quote is what is due when it ends. */
function Total({ checkout }: { checkout: Ready }) {
  const { date } = useFormat();
  const { quote, trialEndsOn } = checkout;
  return (
    <section aria-label="What you pay" className="rounded-card border border-line bg-surface p-6">
      <h2 className="text-18 font-semibold">Your order</h2>
      {trialEndsOn && (
        <p className="mt-2 rounded-control bg-accent-soft px-3.5 py-2.5 text-14">
          Free of charge until {date(trialEndsOn)}. Cancel before, and nothing is owed.
        </p>
      )}
      <div className="mt-3">
        <QuoteTable
          quote={quote}
          caption="What you pay"
          totalLabel={trialEndsOn ? `Due on ${date(trialEndsOn)}` : "To pay now"}
        />
      </div>
      <LaterPayments checkout={checkout} />
    </section>
  );
}

function BuyerLines({ checkout: { buyer, token } }: { checkout: Ready }) {
  const lines = [
    buyer.organisation,
    buyer.name,
    buyer.line1,
    buyer.line2,
    [buyer.postcode, buyer.city, buyer.region].filter(Boolean).join(" "),
    countryName(buyer.country),
    buyer.taxId,
  ].filter(Boolean);
  return (
    <section aria-labelledby="buyer">
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="buyer" className="text-18 font-semibold">
          Your details
        </h2>
        <TextLink to={`/checkout/${token}/details`} className="py-2.5 text-14">
          Change<span className="sr-only"> your details</span>
        </TextLink>
      </div>
      <address className="mt-1 not-italic [overflow-wrap:anywhere]">
        {lines.map((line) => (
          <span key={line} className="block" dir="auto">
            {line}
          </span>
        ))}
        <span className="block text-muted">{buyer.email}</span>
      </address>
    </section>
  );
}

function OrderForm({ checkout, state }: { checkout: Ready; state: FormState | undefined }) {
  const { money } = useFormat();
  const { quote, terms, providers, trialEndsOn } = checkout;
  const dueNow = trialEndsOn ? 0 : quote.totalMinor;
  return (
    <Form
      state={state}
      className="space-y-8"
      names={{ provider: "How you pay", accepted: "Conditions of sale" }}
    >
      <input type="hidden" name="termsSha256" value={terms.sha256} />
      <input type="hidden" name="totalMinor" value={dueNow} />
      <RadioGroup
        name="provider"
        legend={trialEndsOn ? "How you pay when the trial ends" : "How you pay"}
        choices={providers.map(({ key, title, hint }) => ({ value: key, label: title, hint }))}
        defaultValue={providers[0]?.key}
      />
      <Conditions terms={terms} />
      <div>
        <button className={`${brandClass} max-sm:w-full`}>
          {trialEndsOn ? "Start the free trial" : `Order and pay ${money(BigInt(dueNow), quote.currency)}`}
        </button>
        <p className="mt-3 text-14 text-muted">
          {trialEndsOn ? "Nothing is due today." : "With this you place an order that has to be paid."}
        </p>
      </div>
    </Form>
  );
}

function Conditions({ terms }: { terms: Ready["terms"] }) {
  return (
    <div>
      <Checkbox
        name="accepted"
        label={
          <>
            I accept the{" "}
            <Link
              to={`/terms?version=${encodeURIComponent(terms.version)}`}
              className="underline decoration-control/60 underline-offset-3"
            >
              conditions of sale
            </Link>
            , version {terms.version}
          </>
        }
      />
      <Disclosure summary="Read them here">
        <div
          className="max-h-96 space-y-3 overflow-y-auto rounded-control border border-line bg-surface p-4 text-14"
          tabIndex={0}
          role="region"
          aria-label="Conditions of sale"
        >
          {terms.body.split(/\n{2,}/u).map((paragraph) => (
            <p key={paragraph} dir="auto" className="whitespace-pre-line">
              {paragraph}
            </p>
          ))}
        </div>
      </Disclosure>
    </div>
  );
}
