import { firstRow, sql } from "#kernel/db/sql.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import { saveMethod } from "#modules/billing/payments/methods/save-method.ts";
import type { ProviderObject } from "#modules/billing/payments/providers/provider.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface SetupRow {
  id: string;
  account_id: string;
  provider: string;
  status: "created" | "requires_action" | "succeeded" | "failed";
}

/**
 * Records how the saving of a method stands, in any order and however often; a saved one becomes the method that is
 * charged. False: nobody here asked for it.
 */
export async function settleSetup(
  ctx: BillingContext,
  provider: string,
  { setupId, result }: Pick<Extract<ProviderObject, { kind: "setup" }>, "setupId" | "result">,
): Promise<boolean> {
  if (!setupId || !UUID.test(setupId)) return false;
  const setup = await firstRow<SetupRow>(
    ctx.tx,
    sql`SELECT id, account_id, provider, status FROM billing.method_setup WHERE id = ${setupId} FOR UPDATE`,
  );
  if (setup?.provider !== provider) return false;
  if (setup.status === "succeeded" || (setup.status === "failed" && result.status !== "succeeded"))
    return true;
  const methodId =
    result.status === "succeeded"
      ? await saveMethod(ctx, {
          accountId: setup.account_id,
          provider,
          method: result.method,
          isChosen: true,
        })
      : null;
  await ctx.tx.execute(
    sql`UPDATE billing.method_setup
        SET status = ${result.status}, provider_ref = ${result.ref}, payment_method_id = ${methodId},
            action_url = ${result.status === "requires_action" ? result.actionUrl : null},
            updated_at = ${ctx.now.toString()}
        WHERE id = ${setup.id}`,
  );
  return true;
}
