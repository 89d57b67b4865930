import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCertificate } from "#modules/academy/certificates/certificate-row.ts";
import { changeCertificateStatus } from "#modules/academy/certificates/change-status.ts";
import { ChangedCertificate, ReinstateCertificate } from "#modules/academy/contract/certificates.ts";

/** Lets a suspended certificate count again. A revoked one stays revoked: issue it anew. Errors: `academy.certificate_unknown`, `academy.certificate_not_suspended`. */
export const reinstateCertificate = defineCommand({
  name: "academy.reinstate_certificate",
  title: "Let a suspended certificate count again",
  http: "POST /academy/certificates/:certificateId/reinstatement",
  access: "academy:admin",
  confirm: true,
  input: ReinstateCertificate,
  output: ChangedCertificate,
  load: (tx, { certificateId }) => lockCertificate(tx, certificateId),
  run: async (context, certificate) => {
    if (certificate.status !== "suspended")
      throw refuse(
        "conflict",
        "academy.certificate_not_suspended",
        "Only a suspended certificate can count again. A revoked one stays revoked: issue it anew instead.",
      );
    await changeCertificateStatus(context, certificate, { status: "valid", reason: context.input.reason });
    return { certificateId: certificate.id, status: "valid" as const };
  },
});
