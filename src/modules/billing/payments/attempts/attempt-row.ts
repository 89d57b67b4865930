import type { Db, Tx } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import type { AttemptStatus } from "#modules/billing/rules/payments/advance-attempt.ts";

/** `checkout`: the customer pays on the provider's page; `charge`: a saved method is charged without them. */
export type AttemptFlow = "checkout" | "charge";

/** One try to collect an invoice, as it is stored. */
export interface AttemptRow {
  id: string;
  account_id: string;
  invoice_id: string;
  position: number;
  provider: string;
  payment_method_id: string | null;
  idempotency_key: string;
  amount_minor: number;
  currency: string;
  status: AttemptStatus;
  flow: AttemptFlow;
  return_path: string | null;
  provider_ref: string | null;
  action_url: string | null;
  failure_code: string | null;
  failure: string | null;
}

/** Columns of `AttemptRow`, of a table called a. */
export const ATTEMPT_COLUMNS = sql`a.id, a.account_id, a.invoice_id, a.position, a.provider, a.payment_method_id,
  a.idempotency_key, a.amount_minor, a.currency, a.status, a.flow, a.return_path, a.provider_ref, a.action_url,
  a.failure_code, a.failure`;

/** States in which money may still come; one such attempt an invoice. */
export const LIVE = sql`('created', 'unknown', 'requires_action', 'pending')`;

export const findAttempt = (db: Db, attemptId: string): Promise<AttemptRow | undefined> =>
  firstRow(db, sql`SELECT ${ATTEMPT_COLUMNS} FROM billing.payment_attempt a WHERE a.id = ${attemptId}`);

export const lockAttempt = (tx: Tx, attemptId: string): Promise<AttemptRow | undefined> =>
  firstRow(
    tx,
    sql`SELECT ${ATTEMPT_COLUMNS} FROM billing.payment_attempt a WHERE a.id = ${attemptId} FOR UPDATE`,
  );

/** The attempt of an invoice that may still bring money, if there is one. */
export const findLiveAttempt = (db: Db, invoiceId: string): Promise<AttemptRow | undefined> =>
  firstRow(
    db,
    sql`SELECT ${ATTEMPT_COLUMNS} FROM billing.payment_attempt a
        WHERE a.invoice_id = ${invoiceId} AND a.status IN ${LIVE}`,
  );
