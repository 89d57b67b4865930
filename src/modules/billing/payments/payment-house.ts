import { systemActor } from "#kernel/actor.ts";
import type { Config } from "#kernel/config.ts";
import type { Db } from "#kernel/db/database.ts";
import { newId } from "#kernel/ids.ts";
import type { JobContext } from "#kernel/jobs/job.ts";
import type { Logger } from "#kernel/log.ts";
import { commandContext } from "#kernel/operation/execute.ts";
import type { BillingContext } from "#modules/billing/billing-context.ts";
import type { PaymentProvider } from "#modules/billing/payments/providers/provider.ts";
import { openProvider } from "#modules/billing/payments/providers/registry.ts";

/**
 * Where work with providers happens: between a call outside and the short transactions before and after it. Nothing is
 * locked while a provider is asked.
 */
export interface PaymentHouse {
  db: Db;
  now: Temporal.Instant;
  config: Config;
  log: Logger;
  /** Does something in a transaction of its own, as the house itself. */
  transact<T>(work: (ctx: BillingContext) => Promise<T>): Promise<T>;
  /** Errors: `billing.provider_unknown`. */
  open(provider: string): Promise<PaymentProvider>;
}

/** The house of a job; `name` is the job's, and stands as the actor of what it changes. */
export function paymentHouse(job: JobContext, name: string): PaymentHouse {
  const { db, now, config, log } = job;
  const origin = { actor: systemActor(name), requestId: newId(), now };
  return {
    db,
    now,
    config,
    log,
    transact: (work) =>
      db.transaction((tx) => work(commandContext(job.runtime(), tx, origin, undefined as unknown))),
    open: (provider) => openProvider({ config, db, now }, provider),
  };
}
