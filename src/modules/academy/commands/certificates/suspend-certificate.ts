import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCertificate } from "#modules/academy/certificates/certificate-row.ts";
import { changeCertificateStatus } from "#modules/academy/certificates/change-status.ts";
import { ChangedCertificate, SuspendCertificate } from "#modules/academy/contract/certificates.ts";

/** Lets a certificate not count until it is reinstated. Errors: `academy.certificate_unknown`, `academy.certificate_not_valid`. */
export const suspendCertificate = defineCommand({
  name: "academy.suspend_certificate",
  title: "Suspend a certificate for a time",
  http: "POST /academy/certificates/:certificateId/suspension",
  access: "academy:admin",
  confirm: true,
  input: SuspendCertificate,
  output: ChangedCertificate,
  load: (tx, { certificateId }) => lockCertificate(tx, certificateId),
  run: async (context, certificate) => {
    if (certificate.status !== "valid")
      throw refuse("conflict", "academy.certificate_not_valid", "Only a valid certificate can be suspended.");
    await changeCertificateStatus(context, certificate, {
      status: "suspended",
      reason: context.input.reason,
    });
    return { certificateId: certificate.id, status: "suspended" as const };
  },
});
