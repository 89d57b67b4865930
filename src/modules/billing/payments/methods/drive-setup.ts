import { publicUrl } from "#kernel/config.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import {
  findProviderCustomer,
  keepProviderCustomer,
} from "#modules/billing/payments/methods/provider-customer.ts";
import { settleSetup } from "#modules/billing/payments/methods/settle-setup.ts";
import type { PaymentHouse } from "#modules/billing/payments/payment-house.ts";
import type { PaymentProvider, SetupResult } from "#modules/billing/payments/providers/provider.ts";
import { getAccount } from "#modules/people/index.ts";

interface SetupRow {
  id: string;
  account_id: string;
  provider: string;
  provider_ref: string | null;
  idempotency_key: string;
  return_path: string;
}

async function begin(house: PaymentHouse, provider: PaymentProvider, setup: SetupRow): Promise<SetupResult> {
  const { db, config, now } = house;
  const { account_id: accountId } = setup;
  const account = await getAccount(db, accountId);
  const back = `${publicUrl(config)}${setup.return_path}`;
  return provider.setupMethod({
    setupId: setup.id,
    idempotencyKey: setup.idempotency_key,
    currency: account.currency,
    customer: {
      accountId,
      email: account.email ?? "",
      name: account.name,
      locale: account.locale,
      ref: await findProviderCustomer(db, accountId, setup.provider),
    },
    returnUrl: back,
    cancelUrl: back,
    keepCustomer: (ref) => keepProviderCustomer(db, { accountId, provider: setup.provider, ref, now }),
  });
}

/**
 * Takes the saving of a method one step on: opens the provider's page, or asks what became of it. Nothing is charged, so it
 * may be done twice. Errors: `billing.provider_unreachable`, to be tried again.
 */
export async function driveSetup(house: PaymentHouse, setupId: string): Promise<void> {
  const setup = await firstRow<SetupRow>(
    house.db,
    sql`SELECT id, account_id, provider, provider_ref, idempotency_key, return_path FROM billing.method_setup
        WHERE id = ${setupId} AND status IN ('created', 'requires_action')`,
  );
  if (!setup) return;
  const provider = await house.open(setup.provider);
  const found = setup.provider_ref ? await provider.fetch({ ref: setup.provider_ref }) : undefined;
  const result = found?.kind === "setup" ? found.result : await begin(house, provider, setup);
  await house.transact((ctx) => settleSetup(ctx, setup.provider, { setupId, result }));
}
