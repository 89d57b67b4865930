import { recordAudit } from "#kernel/audit/record.ts";
import type { Actor, StaffRole } from "#kernel/actor.ts";
import type { Tx } from "#kernel/db/database.ts";

/** What people do at the door and with their keys; written to the audit trail beside the operations. */
export type SecurityFact =
  | "auth.sign_in"
  | "auth.sign_out"
  | "auth.set_password"
  | "auth.use_link"
  | "auth.use_recovery_code"
  | "auth.add_authenticator"
  | "auth.remove_authenticator"
  | "auth.renew_recovery_codes"
  | "auth.add_passkey"
  | "auth.remove_passkey"
  | "auth.end_sessions";

interface Recording {
  personId: string;
  role?: StaffRole | null;
  now: Temporal.Instant;
  requestId: string;
}

/** Writes a fact about a person's own keys to the audit trail: ids only. */
export async function recordSecurity(tx: Tx, fact: SecurityFact, recording: Recording): Promise<void> {
  const { personId, role = null, now, requestId } = recording;
  const actor: Actor = { kind: "person", personId, role };
  await recordAudit(tx, {
    operation: { name: fact },
    input: {},
    output: { personId },
    options: { actor, now, requestId, surface: "page" },
    outcome: "done",
  });
}
