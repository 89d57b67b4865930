import type { z } from "zod";
import { redirect } from "react-router";
import { DecideSandboxPayment, type SandboxPayment } from "#modules/billing/contract/payment-methods.ts";
import { pageContext } from "#web/context.ts";
import { useFormat } from "#web/format/use-format.ts";
import { Form } from "#web/forms/form.tsx";
import { submit } from "#web/forms/submit.ts";
import { RadioGroup } from "#web/ui/radio-group.tsx";
import type { Route } from "./+types/sandbox-payment.ts";
import { brandClass, BrandLink, brandOutlineClass } from "./brand-link.tsx";

type Payment = z.output<typeof SandboxPayment>;

export const meta: Route.MetaFunction = () => [
  { title: "Sandbox payment" },
  { name: "robots", content: "noindex" },
];

export const loader = ({ context, params }: Route.LoaderArgs) =>
  context.get(pageContext).call<Payment>("billing.get_sandbox_payment", { ref: params.ref });

export async function action(args: Route.ActionArgs) {
  return submit<Payment>(args, "billing.decide_sandbox_payment", {
    schema: DecideSandboxPayment,
    map: (form) => ({ ...form, ref: args.params.ref }),
    onSuccess: ({ returnUrl }) => redirect(wayBack(returnUrl)),
  });
}

// Only the path: nobody is sent to another site, whatever was stored.
const wayBack = (url: string): string => {
  const { pathname, search } = new URL(url, "http://page.invalid");
  return pathname + search;
};

const SCRIPTS = [
  { value: "succeed", label: "Works", hint: "Later charges of a saved card go through." },
  {
    value: "decline",
    label: "Is declined later",
    hint: "This payment works, charges of the saved card do not.",
  },
  { value: "timeout", label: "Answers late", hint: "Ten minutes of silence, then the money comes." },
  { value: "dispute", label: "Is disputed", hint: "Five days later the bank takes the money into question." },
];

/** The page of the pretended provider, on which one decides how a payment goes. Only in sandbox mode. */
export default function SandboxPaymentPage({ loaderData: payment, actionData }: Route.ComponentProps) {
  const { money } = useFormat();
  const isOpen = payment.status === "open";
  return (
    <div className="mx-auto max-w-[560px] px-4 py-12 sm:px-8">
      <p className="text-14 text-muted">Sandbox: no money moves</p>
      <h1 className="mt-1 text-28 font-bold">
        {payment.kind === "setup" || payment.currency === null
          ? "Save a pretended card"
          : `Pay ${money(BigInt(payment.amountMinor), payment.currency)}`}
      </h1>
      {isOpen ? (
        <Form state={actionData} className="mt-8 space-y-8">
          <RadioGroup name="script" legend="The card" choices={SCRIPTS} defaultValue="succeed" />
          <div className="flex flex-wrap gap-3">
            <button name="decision" value="pay" className={brandClass}>
              {payment.kind === "setup" ? "Save the card" : "Pay"}
            </button>
            <button name="decision" value="decline" className={brandOutlineClass}>
              Decline
            </button>
            <button name="decision" value="cancel" className={brandOutlineClass}>
              Cancel
            </button>
          </div>
        </Form>
      ) : (
        <div className="mt-6">
          <p className="mb-6 text-muted">It is decided already.</p>
          <BrandLink to={wayBack(payment.returnUrl)}>Go back</BrandLink>
        </div>
      )}
    </div>
  );
}
