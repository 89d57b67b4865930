import { redirect } from "react-router";
import type { z } from "zod";
import { DecideSandboxPayment, type SandboxPayment } from "#modules/billing/contract/payments.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { submit } from "#web/forms/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Money } from "#web/ui/money.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import type { Route } from "./+types/sandbox.ts";

type Payment = z.output<typeof SandboxPayment>;

export const meta = () => [{ title: "Sandbox payment" }];

export async function loader({ context, params }: Route.LoaderArgs) {
  return { payment: await context.get(pageContext).call<Payment>("billing.get_sandbox_payment", params) };
}

export async function action(args: Route.ActionArgs) {
  return submit<Payment>(args, "billing.decide_sandbox_payment", {
    schema: DecideSandboxPayment,
    map: (form) => ({ ...form, ref: args.params.ref }),
    onSuccess: ({ returnUrl }) => redirect(returnUrl),
  });
}

const PAYMENT_SCRIPTS = [
  { value: "succeed", label: "Nothing happens" },
  { value: "dispute", label: "The customer disputes it five days later" },
];
const METHOD_SCRIPTS = [
  { value: "succeed", label: "Pays" },
  { value: "decline", label: "Is declined" },
  { value: "action", label: "Asks the customer to confirm" },
  { value: "timeout", label: "Gives no answer for ten minutes, then pays" },
  { value: "dispute", label: "Pays, and disputes after five days" },
  { value: "amount", label: "Leaves it to the cents: .02 declines, .03 asks, .04 waits, .05 disputes" },
];

function Decide({ payment, state }: { payment: Payment; state: Route.ComponentProps["actionData"] }) {
  const isSetup = payment.kind === "setup";
  return (
    <Form state={state}>
      <Select
        name="script"
        label={isSetup ? "What this card does later" : "After the payment"}
        options={isSetup ? METHOD_SCRIPTS : PAYMENT_SCRIPTS}
      />
      <div className="flex flex-wrap gap-3">
        <Button look="primary" name="decision" value="pay">
          {isSetup ? "Save the card" : "Pay"}
        </Button>
        {!isSetup && (
          <Button name="decision" value="decline">
            Decline
          </Button>
        )}
        <Button look="quiet" name="decision" value="cancel">
          Turn back
        </Button>
      </div>
    </Form>
  );
}

/** The page of the pretended provider: whoever is on it decides how the payment goes. */
export default function Sandbox({ loaderData: { payment }, actionData }: Route.ComponentProps) {
  const isOpen = payment.status === "open";
  return (
    <main className="mx-auto flex min-h-dvh max-w-[440px] flex-col justify-center px-5 py-10">
      <p className="mb-2 text-13 text-muted">Sandbox: no money moves</p>
      <h1 className="mb-6 text-28 font-bold">
        {payment.kind === "setup" ? (
          "Save a card"
        ) : (
          <>
            Pay <Money minor={payment.amountMinor} currency={payment.currency ?? ""} />
          </>
        )}
      </h1>
      <Card>
        {isOpen ? (
          <Decide payment={payment} state={actionData} />
        ) : (
          <p>
            This is decided already. <TextLink to={payment.returnUrl}>Go back</TextLink>
          </p>
        )}
      </Card>
    </main>
  );
}
