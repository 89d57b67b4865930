import type { Config } from "#kernel/config.ts";
import type { Db } from "#kernel/db/database.ts";
import { refuse } from "#kernel/errors.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { SandboxPayment, SandboxRef } from "#modules/billing/contract/payment-methods.ts";
import { findByRef, type SandboxObject } from "#modules/billing/payments/providers/sandbox/objects.ts";

/** A pretended payment; there are none outside of sandbox mode. Errors: `billing.sandbox_unknown`. */
export async function demandSandboxObject(db: Db, config: Config, ref: string): Promise<SandboxObject> {
  const found = config.CAIRN_SANDBOX ? await findByRef(db, ref) : undefined;
  if (found) return found;
  throw refuse("not_found", "billing.sandbox_unknown", "There is no such payment.");
}

/** What the sandbox's page shows. Errors: `billing.sandbox_unknown`. */
export const getSandboxPayment = defineQuery({
  name: "billing.get_sandbox_payment",
  title: "See a pretended payment of the sandbox",
  http: "GET /sandbox/payments/:ref",
  access: "public",
  input: SandboxRef,
  output: SandboxPayment,
  run: async ({ db, config, input }) => {
    const found = await demandSandboxObject(db, config, input.ref);
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
