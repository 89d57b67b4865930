import type { z } from "zod";
import { data, redirect } from "react-router";
import type { OrderState as OrderStateShape } from "#modules/billing/contract/checkout.ts";
import { pageContext } from "#web/context.ts";
import { useFormat } from "#web/format/use-format.ts";
import { BankTransfer } from "#web/parts/bank-transfer.tsx";
import { findProblem } from "#web/problem.ts";
import { Icon } from "#web/ui/icon.tsx";
import type { IconName } from "#web/ui/icon.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/thanks.ts";
import { BrandLink } from "./brand-link.tsx";
import { nextLook, type Stage, stageOf } from "./order-stage.ts";

type OrderState = z.output<typeof OrderStateShape>;

export const meta: Route.MetaFunction = () => [
  { title: "Your order" },
  { name: "robots", content: "noindex" },
];

export const headers: Route.HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const page = context.get(pageContext);
  let order: OrderState;
  try {
    order = await page.call<OrderState>("billing.get_order_state", { token: params.token });
  } catch (thrown) {
    if (findProblem(thrown)?.code === "billing.order_unknown") throw redirect(`/checkout/${params.token}`);
    throw thrown;
  }
  const stage = stageOf(order, new URL(request.url).searchParams);
  // A page cannot send people on by a form's answer, since that would let forms post to other sites.
  const refresh = nextLook(stage, `/thanks/${params.token}`);
  return data(
    { order, stage, isSignedIn: page.viewer !== null },
    { headers: refresh ? { refresh } : undefined },
  );
}

export default function Thanks({ loaderData: { order, stage, isSignedIn } }: Route.ComponentProps) {
  return (
    <div className="mx-auto max-w-[720px] px-4 py-12 sm:px-8 sm:py-16">
      <Icon name={ICONS[stage.kind]} size={24} className="text-accent" />
      <h1 className="mt-4 text-28 font-bold sm:text-36">{TITLES[stage.kind]}</h1>
      <p className="mt-3 text-muted">
        Order {order.reference}: <span dir="auto">{order.offerName}</span>. A confirmation goes to{" "}
        {order.email}.
      </p>
      <div className="mt-8">
        <NextStep order={order} stage={stage} />
      </div>
      <Account isSignedIn={isSignedIn} email={order.email} />
    </div>
  );
}

const TITLES: Record<Stage["kind"], string> = {
  paid: "Thank you, it is paid",
  trial: "Your trial has begun",
  bank: "Thank you for your order",
  bank_unknown: "Thank you for your order",
  go: "One more step: your payment",
  wait: "We are asking about your payment",
  unpaid: "The payment is still open",
  cancelled: "This order was cancelled",
};

const ICONS: Record<Stage["kind"], IconName> = {
  paid: "circle-check",
  trial: "circle-check",
  bank: "circle-check",
  bank_unknown: "circle-check",
  go: "credit-card",
  wait: "clock",
  unpaid: "circle-alert",
  cancelled: "circle-x",
};

function NextStep({ order, stage }: { order: OrderState; stage: Stage }) {
  const { date } = useFormat();
  switch (stage.kind) {
    case "paid":
      return <p>Your access has begun. The invoice is in your mail and in your account.</p>;
    case "trial":
      return (
        <p>
          It is free of charge until {order.trialEndsOn && date(order.trialEndsOn)}. We write to you before it
          ends; cancel in your account until then and nothing is owed.
        </p>
      );
    case "bank":
      return order.bank && <ByBank bank={order.bank} />;
    case "bank_unknown":
      return <p>We send you the bank details with the invoice. Access begins when the money arrives.</p>;
    case "go":
      return (
        <p>
          <a
            href={stage.actionUrl}
            className="inline-flex h-11 items-center rounded-control bg-accent px-5 font-medium text-inverse hover:bg-accent/90"
          >
            Go on to the payment
          </a>
        </p>
      );
    case "wait":
      return (
        <p>
          This takes a few seconds. The page looks again by itself; you can also{" "}
          <TextLink to="?look=1">look now</TextLink>.
        </p>
      );
    case "unpaid":
      return (
        <p>
          Nothing was charged. <TextLink to="?look=1">Look again</TextLink>, or pay the invoice in your
          account, also by another way.
        </p>
      );
    default:
      return (
        <p>
          Nothing is owed. <TextLink to="/pricing">Choose again</TextLink> when you like.
        </p>
      );
  }
}

function ByBank({ bank }: { bank: NonNullable<OrderState["bank"]> }) {
  const { date } = useFormat();
  return (
    <>
      <p className="mb-6 max-w-measure">
        Please transfer the amount by {date(bank.dueOn)}. Access begins on the day the money arrives, mostly
        the next working day; we write to you then.
      </p>
      <BankTransfer bank={bank} />
    </>
  );
}

function Account({ isSignedIn, email }: { isSignedIn: boolean; email: string }) {
  return (
    <section aria-labelledby="account" className="mt-14 border-t border-line pt-8">
      <h2 id="account" className="text-18 font-semibold">
        Your account
      </h2>
      <p className="mt-1 mb-5 max-w-measure text-muted">
        There you find what you bought, your invoices and the way out.
        {!isSignedIn && ` You get in by a link we mail to ${email}; a password is not needed.`}
      </p>
      {isSignedIn ? (
        <BrandLink to="/account" outline>
          Open your account
        </BrandLink>
      ) : (
        <BrandLink to="/sign-in/mail?next=%2Faccount" outline>
          Mail me the link
        </BrandLink>
      )}
    </section>
  );
}
