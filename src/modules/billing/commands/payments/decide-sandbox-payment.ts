import type { z } from "zod";
import { type CommandContext, defineCommand } from "#kernel/operation/operation.ts";
import { DecideSandboxPayment, SandboxPayment } from "#modules/billing/contract/payment-methods.ts";
import { chargeAttempt } from "#modules/billing/jobs/payments/charge-attempt.ts";
import { setUpMethod } from "#modules/billing/jobs/payments/set-up-method.ts";
import { moveObject, type SandboxObject } from "#modules/billing/payments/providers/sandbox/objects.ts";
import { capture } from "#modules/billing/payments/providers/sandbox/play.ts";
import { demandSandboxObject } from "#modules/billing/queries/payments/get-sandbox-payment.ts";

type Decision = z.output<typeof DecideSandboxPayment>;

const NEXT = { pay: "paid", decline: "declined", cancel: "cancelled" } as const;

async function move({ tx, now, input }: CommandContext<Decision>, found: SandboxObject): Promise<void> {
  const { decision, script } = input;
  if (found.kind === "payment" && decision === "pay") await capture(tx, found.ref, script, now);
  else await moveObject(tx, found.ref, { from: ["open"], to: NEXT[decision], script }, now);
}

/** The customer comes back, or the provider tells: what became of it is asked for. */
async function tell({ enqueue }: CommandContext<Decision>, found: SandboxObject): Promise<void> {
  if (!found.subject_id) return;
  if (found.kind === "payment") await enqueue(chargeAttempt, { attemptId: found.subject_id });
  else await enqueue(setUpMethod, { setupId: found.subject_id });
}

/** Decides how a pretended payment goes on; one that is decided stays as it is. Errors: `billing.sandbox_unknown`. */
export const decideSandboxPayment = defineCommand({
  name: "billing.decide_sandbox_payment",
  title: "Decide how a pretended payment of the sandbox goes on",
  http: "POST /sandbox/payments/:ref",
  access: "public",
  unaudited: true,
  input: DecideSandboxPayment,
  output: SandboxPayment,
  run: async (context) => {
    const { tx, config, input } = context;
    const before = await demandSandboxObject(tx, config, input.ref);
    await move(context, before);
    const found = await demandSandboxObject(tx, config, input.ref);
    await tell(context, found);
    return {
      ref: found.ref,
      kind: found.kind === "setup" ? ("setup" as const) : ("payment" as const),
      status: found.status,
      amountMinor: found.amount_minor,
      currency: found.currency,
      returnUrl: found.return_path ?? "/",
    };
  },
});
