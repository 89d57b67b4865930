import type { z } from "zod";
import { redirect } from "react-router";
import type { Checkout, StartedCheckout } from "#modules/billing/contract/checkout.ts";
import type { Sale } from "#modules/billing/contract/storefront.ts";
import { type PageContext, pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { type FormState, keptValues } from "#web/forms/form-state.ts";
import { type ActionArgs, submit } from "#web/forms/submit.ts";
import { countryOptions } from "#web/format/countries.ts";
import { countryOfLanguages } from "#web/format/country-facts.ts";
import { problemResponse, withinPart } from "#web/problem.ts";
import { Disclosure } from "#web/ui/disclosure.tsx";
import { NumberInput } from "#web/ui/number-input.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import type { Route } from "./+types/details.ts";
import { brandClass } from "./brand-link.tsx";
import { BuyerFields, type KnownBuyer } from "./buyer-fields.tsx";
import { CheckoutFrame } from "./checkout-frame.tsx";
import { DETAIL_NAMES, Details } from "./details-form.ts";
import { findKnownBuyer } from "./known-buyer.ts";
import { readPartner } from "./partner-cookie.ts";
import { type Bought, BoughtCard, boughtOf, boughtOfCheckout } from "./bought-card.tsx";

type CheckoutView = z.output<typeof Checkout>;

export const meta: Route.MetaFunction = () => [
  { title: "Your details" },
  { name: "robots", content: "noindex" },
];

interface Begun {
  bought: Bought;
  known: Partial<KnownBuyer> | null;
  quantity: number;
  couponCode: string;
}

/** A checkout that was begun before, in its own address, or a price that somebody chose a moment ago. */
async function begun(page: PageContext, request: Request, token: string | undefined): Promise<Begun> {
  if (token) {
    const checkout = await page.call<CheckoutView>("billing.get_checkout", { token });
    if (checkout.orderReference) throw redirect(`/thanks/${token}`);
    const { buyer, quantity, couponCode } = checkout;
    return { bought: boughtOfCheckout(checkout), known: buyer, quantity, couponCode: couponCode ?? "" };
  }
  const asked = new URL(request.url).searchParams;
  const priceId = asked.get("price");
  if (!priceId) throw redirect("/pricing");
  const sale = await page.call<z.output<typeof Sale>>("billing.get_sale", { priceId });
  const quantity = Math.min(10_000, Math.max(1, Math.trunc(Number(asked.get("quantity") ?? 1)) || 1));
  return {
    bought: boughtOf(sale),
    known: null,
    quantity,
    couponCode: asked.get("coupon")?.slice(0, 40) ?? "",
  };
}

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const page = context.get(pageContext);
  const { known, ...rest } = await begun(page, request, params.token);
  const guess = countryOfLanguages(request.headers.get("accept-language"));
  return {
    ...rest,
    known: { ...(await findKnownBuyer(page, guess ?? "")), ...known },
    isEmailFixed: page.viewer !== null,
    countries: countryOptions("en"),
  };
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.clone().formData();
  if (form.get("intent") === "country") return shownAnew(form);
  const token = args.params.token;
  return submit<string>(args, (details: Details) => save(args, details, token), {
    schema: Details,
    onSuccess: (saved) => redirect(`/checkout/${saved}`),
  });
}

/** Another country asks for other lines; nothing is judged before all of them are filled in. */
function shownAnew(form: FormData): FormState {
  return { intent: null, message: null, errors: {}, values: keptValues(form) };
}

async function save({ context, request }: ActionArgs, details: Details, given?: string): Promise<string> {
  const { call } = context.get(pageContext);
  const { quantity, couponCode, ...buyer } = details;
  const asked = new URL(request.url).searchParams;
  const token = given ?? (await start(call, { priceId: asked.get("price"), quantity, request }));
  try {
    await call("billing.update_checkout", { token, buyer, quantity, couponCode });
  } catch (thrown) {
    throw withinPart(thrown, "buyer");
  }
  return token;
}

async function start(
  call: PageContext["call"],
  { priceId, quantity, request }: { priceId: string | null; quantity: number; request: Request },
): Promise<string> {
  if (!priceId)
    throw problemResponse({ kind: "not_found", code: "web.no_such_page", message: "", issues: [] });
  const locale = request.headers.get("accept-language")?.split(",")[0]?.split(";")[0]?.trim();
  const { token } = await call<z.output<typeof StartedCheckout>>("billing.start_checkout", {
    priceId,
    quantity,
    partnerCode: readPartner(request.headers.get("cookie")),
    locale: locale && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/u.test(locale) ? locale : "en",
  });
  return token;
}

export default function DetailsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { bought, known, quantity, couponCode, countries, isEmailFixed } = loaderData;
  const country = actionData?.values.country?.[0] ?? known.country;
  const coupon = actionData?.values.couponCode?.[0] ?? couponCode;
  return (
    <CheckoutFrame step={1} title="Your details" aside={<BoughtCard bought={bought} quantity={quantity} />}>
      <Form state={actionData} className="max-w-[560px] space-y-10" names={DETAIL_NAMES}>
        {/* The first button is what the Enter key presses. */}
        <button className="sr-only" tabIndex={-1} aria-hidden>
          Go on
        </button>
        <BuyerFields known={known} country={country} countries={countries} isEmailFixed={isEmailFixed} />
        <div className="space-y-5">
          {bought.isPerSeat && <NumberInput name="quantity" label="Seats" defaultValue={String(quantity)} />}
          <Disclosure summary="I have a coupon code" open={coupon !== ""}>
            <TextInput
              name="couponCode"
              label="Coupon code"
              optional
              autoComplete="off"
              autoCapitalize="characters"
              defaultValue={couponCode}
              className="uppercase"
            />
          </Disclosure>
        </div>
        <div>
          <button className={`${brandClass} max-sm:w-full`}>Show the total</button>
          <p className="mt-3 text-14 text-muted">Nothing is ordered yet.</p>
        </div>
      </Form>
    </CheckoutFrame>
  );
}
