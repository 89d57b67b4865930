import { z } from "zod";
import { verifyAuditChain } from "#kernel/audit/verify.ts";
import { defineQuery } from "#kernel/operation/operation.ts";
import { AuditVerdict } from "#modules/platform/contract.ts";

/** Reads the whole hash chain again and says whether it holds. */
export const verifyAudit = defineQuery({
  name: "platform.verify_audit",
  title: "Check that nobody changed the audit trail",
  http: "GET /audit/verification",
  access: "platform:audit",
  input: z.object({}),
  output: AuditVerdict,
  run: ({ db }) => verifyAuditChain(db),
});
