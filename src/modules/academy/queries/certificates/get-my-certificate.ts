import { defineQuery } from "#kernel/operation/operation.ts";
import { getCertificate } from "#modules/academy/certificates/certificate-row.ts";
import { presentMine } from "#modules/academy/certificates/present-mine.ts";
import { CertificateRef, MyCertificate } from "#modules/academy/contract/certificates.ts";
import { isOwnCertificate } from "#modules/academy/rules/certificates/policy.ts";

/** One of my certificates, with where its files are downloaded. Errors: `academy.certificate_unknown`. */
export const getMyCertificate = defineQuery({
  name: "academy.get_my_certificate",
  title: "Read one of my certificates",
  http: "GET /learn/certificates/:certificateId",
  access: "customer",
  input: CertificateRef,
  output: MyCertificate,
  load: (db, { certificateId }) => getCertificate(db, certificateId),
  allow: isOwnCertificate,
  run: async ({ now, config }, row) => presentMine(row, { now, config }),
});
