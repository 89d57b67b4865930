import { refuse } from "#kernel/errors.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { lockCertificate } from "#modules/academy/certificates/certificate-row.ts";
import { changeCertificateStatus } from "#modules/academy/certificates/change-status.ts";
import { ChangedCertificate, RevokeCertificate } from "#modules/academy/contract/certificates.ts";

/** Takes a certificate back for ever; its badge is listed as revoked. Errors: `academy.certificate_unknown`, `academy.certificate_closed`. */
export const revokeCertificate = defineCommand({
  name: "academy.revoke_certificate",
  title: "Revoke a certificate for good",
  http: "POST /academy/certificates/:certificateId/revocation",
  access: "academy:admin",
  confirm: true,
  input: RevokeCertificate,
  output: ChangedCertificate,
  load: (tx, { certificateId }) => lockCertificate(tx, certificateId),
  run: async (context, certificate) => {
    if (certificate.status === "revoked" || certificate.status === "superseded")
      throw refuse("conflict", "academy.certificate_closed", "This certificate does not count any more.");
    await changeCertificateStatus(context, certificate, { status: "revoked", reason: context.input.reason });
    return { certificateId: certificate.id, status: "revoked" as const };
  },
});
