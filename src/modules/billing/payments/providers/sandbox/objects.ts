import type { Db } from "#kernel/db/database.ts";
import { firstRow, sql } from "#kernel/db/sql.ts";
import { newId } from "#kernel/ids.ts";
import type { SandboxChoice } from "#modules/billing/rules/payments/sandbox-script.ts";

/** What the provider of the sandbox keeps of each thing, as another keeps it at its own house. */
export interface SandboxObject {
  ref: string;
  kind: "payment" | "setup" | "refund" | "dispute";
  idempotency_key: string | null;
  /** Of a payment: open, waiting (no answer yet), paid, declined, cancelled. */
  status: string;
  script: SandboxChoice;
  subject_id: string | null;
  account_id: string | null;
  payment_ref: string | null;
  amount_minor: number;
  currency: string | null;
  captures: number;
  return_path: string | null;
  due_at: string | null;
  created_at: string;
  changed_at: string;
}

export const SANDBOX_COLUMNS = sql`ref, kind, idempotency_key, status, script, subject_id, account_id, payment_ref,
  amount_minor, currency, captures, return_path, due_at, created_at, changed_at`;

export const findByRef = (db: Db, ref: string): Promise<SandboxObject | undefined> =>
  firstRow(db, sql`SELECT ${SANDBOX_COLUMNS} FROM billing.sandbox_object WHERE ref = ${ref}`);

export const findByKey = (db: Db, key: string): Promise<SandboxObject | undefined> =>
  firstRow(db, sql`SELECT ${SANDBOX_COLUMNS} FROM billing.sandbox_object WHERE idempotency_key = ${key}`);

type NewObject = Pick<SandboxObject, "kind" | "status" | "idempotency_key"> & Partial<SandboxObject>;

const PREFIX = { payment: "sbx_pay", setup: "sbx_set", refund: "sbx_ref", dispute: "sbx_dis" } as const;

/** Makes an object once for its key: a repeated call gets the first one, as at any decent provider. */
export async function makeObject(db: Db, given: NewObject, now: Temporal.Instant): Promise<SandboxObject> {
  const made = await firstRow<SandboxObject>(
    db,
    sql`INSERT INTO billing.sandbox_object (ref, kind, idempotency_key, status, script, subject_id, account_id,
          payment_ref, amount_minor, currency, return_path, created_at, changed_at)
        VALUES (${`${PREFIX[given.kind]}_${newId()}`}, ${given.kind}, ${given.idempotency_key}, ${given.status},
                ${given.script ?? "succeed"}, ${given.subject_id ?? null}, ${given.account_id ?? null},
                ${given.payment_ref ?? null}, ${given.amount_minor ?? 0}, ${given.currency ?? null},
                ${given.return_path ?? null}, ${now.toString()}, ${now.toString()})
        ON CONFLICT (idempotency_key) DO NOTHING RETURNING ${SANDBOX_COLUMNS}`,
  );
  const kept = made ?? (await findByKey(db, given.idempotency_key ?? ""));
  if (!kept) throw new Error("The sandbox lost what it had just made");
  return kept;
}

interface Move {
  from: readonly string[];
  to: string;
  /** Money is taken with it. */
  captures?: boolean;
  script?: SandboxChoice;
  dueAt?: Temporal.Instant | null;
}

/** Moves an object on, unless it moved already; tells of it in the provider's own list of events. */
export async function moveObject(
  db: Db,
  ref: string,
  move: Move,
  now: Temporal.Instant,
): Promise<SandboxObject | undefined> {
  return firstRow<SandboxObject>(
    db,
    sql`WITH moved AS (
          UPDATE billing.sandbox_object
          SET status = ${move.to}, captures = captures + ${move.captures ? 1 : 0}, changed_at = ${now.toString()},
              script = coalesce(${move.script ?? null}, script), due_at = ${move.dueAt?.toString() ?? null}
          WHERE ref = ${ref} AND status = ANY(${sql.param([...move.from])})
          RETURNING ${SANDBOX_COLUMNS}),
        told AS (
          INSERT INTO billing.sandbox_event (type, ref, at)
          SELECT kind || '.' || status, ref, ${now.toString()} FROM moved)
        SELECT * FROM moved`,
  );
}
